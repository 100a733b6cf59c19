using System.Globalization;

namespace DomainEvents.Generators.Equality;

/// <summary>A hash that is the same in every process and on every machine, unlike <see cref="string.GetHashCode()"/>.</summary>
internal static class StableHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>FNV-1a over the UTF-16 code units.</summary>
    public static ulong Compute(string text) => Combine(Offset, text);

    /// <summary>Goes on from another hash.</summary>
    public static ulong Combine(ulong hash, string text)
    {
        unchecked
        {
            foreach (var character in text)
            {
                hash = (hash ^ character) * Prime;
            }
        }

        return hash;
    }

    /// <summary>Eight hexadecimal digits, both halves folded into one.</summary>
    public static string ToHex(ulong hash) =>
        unchecked((uint)(hash ^ (hash >> 32))).ToString("x8", CultureInfo.InvariantCulture);
}
