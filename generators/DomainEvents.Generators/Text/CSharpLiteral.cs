using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.Generators.Text;

/// <summary>Values as C# literals, the same under every culture.</summary>
internal static class CSharpLiteral
{
    /// <summary>A quoted, escaped string literal on one line.</summary>
    public static string String(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>A number: some cultures write a minus sign that C# does not know.</summary>
    public static string Int32(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static string Boolean(bool value) => value ? "true" : "false";
}
