using Xunit;

namespace Samples.Tests;

/// <summary>Names of the seeds: those that must come back as they went, and those that must be refused alike everywhere.</summary>
public static class TrickyNames
{
    public static TheoryData<string> Plain =>
    [
        "a", "a b", " leading", "trailing ", "\"quoted\"", "it's", "100%", "%2e%2e", "..%2f", "back\\slash", "\\\\x", "C:x", "~", "...",
        "....", "trailing.", ".hidden", "-rf", "*", "中文文件.txt", "📁🚀", "e\u0301", "\u00E9", "\uFF0E\uFF0E", "\u202Etxt", "\uFFFD",
        "\uFEFFbom", "\u00A0", "NUL", "##", ".pk",
        new string('x', 255), new string('中', 85), string.Concat(Enumerable.Repeat("📁", 63)) + "abc",
    ];

    public static TheoryData<string> Refused =>
    [
        "", ".", "..", "/", "/etc/passwd", "../secret", "../../secret", "a/../../secret", "....//secret", "./a", "a/b", "a/",
        "/proc/self/root/etc/passwd",
        "nul\0", "\0", "a\r\nQ", "\n", "tab\t", "\u001B[2J", "\u007F", "\u0080", "c1\u009F",
        ".pk-", ".pk-1-0123456789abcdef0123456789abcdef", ".pk-notes", new string('x', 256), new string('中', 86), new string('x', 70_000),
    ];
}
