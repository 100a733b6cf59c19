using System.Resources;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Diagnostics;

/// <summary>The texts of the rules, in the language of the compiler's user: <c>Resources/Texts.resx</c> and its translations.</summary>
internal static class Texts
{
    internal static readonly ResourceManager Manager = new("DomainEvents.Analyzers.Resources.Texts", typeof(Texts).Assembly);

    /// <summary>A text, with its placeholders filled where it has any.</summary>
    public static LocalizableString Get(string key, params string[] arguments) => new LocalizableResourceString(key, Manager, typeof(Texts), arguments);
}
