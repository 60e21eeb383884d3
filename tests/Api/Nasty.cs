using System.Text;

namespace ChatSupport.Tests.Api;

/// <summary>What people paste, what programs get wrong, and what attackers try.</summary>
internal static class Nasty
{
    /// <summary>Texts as they stand in JSON, between the quotes. Long enough for any field that takes them.</summary>
    public static readonly string[] Texts =
    [
        @"nul \u0000 in the middle of a text",
        @"half a character \ud83d and then some text",
        @"the other half \udc4d and then some text",
        @"halves swapped \udc4d\ud83d and some text",
        @"bell \u0007, escape \u001b[31m, delete \u007f, C1 \u0085",
        @"noncharacters \ufffe and \uffff in a text",
        @"\ufeffbyte order mark first, in a text",
        @"line \u2028 and paragraph \u2029 separators",
        "famille 👨‍👩‍👧‍👦, drapeau 🏴‍☠️, peau 👍🏽 et autres émojis",
        @"right to left \u202egnp.exe\u202c and left again",
        "العربية ‏من اليمين إلى اليسار‏ 🇪🇬 في وصف الحادث",
        "Ḧ̶̢̛͈̗̲̙́̀̈́͘̚ẽ̷̢̧̲͙̇̓͘ c̶̜̈o̶͓͑m̸̬̓e̷̙͝s̶̱̊ and more text",
        "'); DROP TABLE tickets; --  \\\" OR \\\"1\\\"=\\\"1",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "{0} {1:day} {99} }{ %s %n ${7*7} {{7*7}} #{7*7}",
        @"..\/..\/..\/etc\/passwd%00.png and C:\\windows",
        @"one\r\nSet-Cookie: admin=1\r\n\r\nand the rest of it",
        @"\t \n \r\n \t",
        "&lt;b&gt; &amp;nbsp; &#x41; ]]> <![CDATA[ text",
        "a̐éö̲ Å Å ﬁ ① ½ text in several normal forms",
    ];

    /// <summary>Bodies of no declaration and no verb.</summary>
    public static readonly (string Name, byte[] Body)[] Bodies =
    [
        .. Each("[]", "null", "true", "0", "\"text\"", "{", "}", "{]", "{\"by\"}", "{\"by\":}", "{\"by\":\"x\"", "{\"by\":\"x\",}", "{,}", "{'by':'x'}", "{by:1}",
            "{\"by\":\"x\"} {}", "{\"by\":\"x\"}x", "\u0000", "   ", "\uFEFF{}", "{\"a\":1e99999}", "{\"a\":00}", "{\"a\":.5}", "{\"a\":NaN}", "{\"a\":Infinity}", "{\"a\":tru}",
            "{\"a\":\"\\x41\"}", "{\"a\":\"\\u12\"}", "{\"a\":\"\t\"}", "{\"a\":\"\n\"}", "/* comment */ {}", "{} // comment", "<xml/>", "by=nadia.benali&comment=x", "--boundary\r\n",
            "{\"\\ud800\":1}", "{\"\\udc00\\ud800\":{\"\\ud800\":1}}", "{\"a\":{\"\\ud800\":\"\\ud800\"}}", "{\"__proto__\":{},\"constructor\":{}}", "{\"\":\"\"}", "{\"$type\":\"System.Object\"}"),
        ("deep array", Encoding.UTF8.GetBytes(new string('[', 10_000))),
        ("deep object", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 10_000)))),
        ("deep and closed", Encoding.UTF8.GetBytes($"{{\"a\":{new string('[', 100)}{new string(']', 100)}}}")),
        ("invalid UTF-8", [.. "{\"by\":\""u8, 0xFF, 0xFE, .. "\"}"u8]),
        ("overlong UTF-8", [.. "{\"by\":\""u8, 0xC0, 0x80, .. "\"}"u8]),
        ("encoded surrogate", [.. "{\"by\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8]),
        ("UTF-16", Encoding.Unicode.GetBytes("{\"by\":\"x\"}")),
        ("gzip", [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0]),
        ("many keys", Encoding.UTF8.GetBytes($"{{{string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"\"k{i}\":{i}"))}}}")),
        ("long key", Encoding.UTF8.GetBytes($"{{\"{new string('k', 100_000)}\":1}}")),
        ("key cut inside a character", Encoding.UTF8.GetBytes($"{{\"{new string('k', 59)}😀😀\":1}}")),
    ];

    /// <summary>Values of a wrong type, as JSON.</summary>
    public static readonly string[] Values = ["42", "-1e400", "true", "{}", "{\"a\":{\"b\":[]}}", "[1,2]", "[[\"a\"]]", "[null]", "[\"a\",{}]", "\"\""];

    private static IEnumerable<(string, byte[])> Each(params string[] bodies) => bodies.Select(body => (body, Encoding.UTF8.GetBytes(body)));
}
