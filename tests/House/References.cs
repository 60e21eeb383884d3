using System.Reflection;
using System.Reflection.Emit;

namespace ChatSupport.Tests.House;

/// <summary>Which types a type really uses, read from what was compiled: a namespace can be reached without a <c>using</c>.</summary>
internal static class References
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue =
        typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>The types of the same assembly that a type mentions in its shape or in its code.</summary>
    public static IEnumerable<Type> Of(Type type)
    {
        var methods = type.GetMethods(Everything).Concat<MethodBase>(type.GetConstructors(Everything));
        return InShape(type).Concat(methods.SelectMany(InMethod)).SelectMany(Unwrapped).Where(used => used.Assembly == type.Assembly).Distinct();
    }

    private static IEnumerable<Type> InShape(Type type) =>
        type.GetInterfaces().Concat(type.GetFields(Everything).Select(field => field.FieldType)).Concat(type.BaseType is { } parent ? [parent] : []);

    private static IEnumerable<Type> InMethod(MethodBase method)
    {
        var shape = method.GetParameters().Select(parameter => parameter.ParameterType).Concat(method is MethodInfo { ReturnType: var returned } ? [returned] : []);
        return method.GetMethodBody() is { } body
            ? shape.Concat(body.LocalVariables.Select(local => local.LocalType)).Concat(InCode(method, body.GetILAsByteArray()!))
            : shape;
    }

    private static IEnumerable<Type> InCode(MethodBase method, byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var value = code[at++] is var first && first == 0xFE ? (short)(0xFE00 | code[at++]) : first;
            var operand = OpCodesByValue[value].OperandType;
            if (operand is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                foreach (var used in TypesOf(method, BitConverter.ToInt32(code, at)))
                    yield return used;
            at += operand == OperandType.InlineSwitch ? 4 + 4 * BitConverter.ToInt32(code, at) : Length(operand);
        }
    }

    private static IEnumerable<Type> TypesOf(MethodBase method, int token) =>
        method.Module.ResolveMember(token, method.DeclaringType?.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : null) switch
        {
            Type type => [type],
            MethodInfo called => [called.DeclaringType!, called.ReturnType, .. called.GetGenericArguments()],
            { DeclaringType: { } owner } => [owner],
            _ => [],
        };

    private static IEnumerable<Type> Unwrapped(Type type) =>
        type.HasElementType ? Unwrapped(type.GetElementType()!) : type.IsGenericType ? type.GetGenericArguments().SelectMany(Unwrapped).Append(type) : [type];

    private static int Length(OperandType operand) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        _ => 4,
    };
}
