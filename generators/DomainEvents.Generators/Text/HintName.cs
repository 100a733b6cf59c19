using System.Text;
using DomainEvents.Generators.Equality;

namespace DomainEvents.Generators.Text;

/// <summary>
/// Names of generated files: short, in an alphabet that every file system takes, and different also where case is ignored. Two equal
/// hint names, or two that differ in case alone, would cost the project every generated file.
/// </summary>
internal static class HintName
{
    /// <summary>The length that no hint name exceeds, so that files written to disk stay within path limits.</summary>
    public const int MaxLength = 80;

    private const string Extension = ".g.cs";
    private const int HashLength = 8;

    /// <summary>A hint name for what <paramref name="key"/> identifies.</summary>
    /// <param name="readable">What a person looks for: <c>StrategyCreated</c>. Shortened and made harmless as needed.</param>
    /// <param name="key">What tells it from everything else in the compilation, and is the same on every machine.</param>
    public static string Create(string readable, string key)
    {
        var prefixLength = Math.Min(readable.Length, MaxLength - HashLength - Extension.Length - 1);
        var hint = new StringBuilder(MaxLength);
        for (var i = 0; i < prefixLength; i++)
        {
            hint.Append(IsHarmless(readable[i]) ? readable[i] : '_');
        }

        return hint.Append('.').Append(StableHash.ToHex(StableHash.Compute(key))).Append(Extension).ToString();
    }

    private static bool IsHarmless(char character) =>
        character is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '_' or '-';
}
