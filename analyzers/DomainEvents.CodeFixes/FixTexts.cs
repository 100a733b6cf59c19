using System.Resources;

namespace DomainEvents.CodeFixes;

/// <summary>The titles of the fixes, in the language of the editor's user.</summary>
internal static class FixTexts
{
    private static readonly ResourceManager s_manager = new("DomainEvents.CodeFixes.Resources.FixTexts", typeof(FixTexts).Assembly);

    public static string MakePartial => Get(nameof(MakePartial));

    private static string Get(string key) => s_manager.GetString(key) ?? key;
}
