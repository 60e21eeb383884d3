using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ChatSupport.Tests.Faults;

/// <summary>
/// What .NET runs in an instance before its own first line, where <c>DOTNET_STARTUP_HOOKS</c> says so; it has to have this name. It gives the
/// instance a clock that signals set, as an operator sets that of a machine.
/// </summary>
#pragma warning disable CA1050, MA0047
internal static class StartupHook
#pragma warning restore CA1050, MA0047
{
    private static readonly List<IDisposable> Heard = [];

    public static void Initialize()
    {
        var clock = new SetClock();
        Machine(null) = clock;
        Hear(SetClock.Ahead, TimeSpan.FromHours(1));
        Hear(SetClock.Right, TimeSpan.Zero);

        void Hear(int signal, TimeSpan ahead) => Heard.Add(PosixSignalRegistration.Create((PosixSignal)signal, heard =>
        {
            heard.Cancel = true;
            clock.By = ahead;
        }));
    }

    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = "<System>k__BackingField")]
    private static extern ref TimeProvider Machine(TimeProvider? type);
}
