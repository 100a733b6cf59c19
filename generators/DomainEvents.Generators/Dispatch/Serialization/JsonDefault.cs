using System.Globalization;
using DomainEvents.Generators.Dispatch.Discovery;
using DomainEvents.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.Generators.Dispatch.Serialization;

/// <summary>Writes the default value of a parameter as an expression.</summary>
internal static class JsonDefault
{
    /// <summary>The expression, or <see langword="null"/> for a value that is not written here.</summary>
    public static string? Of(IParameterSymbol parameter) => parameter.ExplicitDefaultValue switch
    {
        null => "default!",
        string text => CSharpLiteral.String(text),
        bool or char => SymbolDisplay.FormatPrimitive(parameter.ExplicitDefaultValue, quoteStrings: true, useHexadecimalNumbers: false),
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
        double number => double.IsNaN(number) || double.IsInfinity(number) ? null : number.ToString("R", CultureInfo.InvariantCulture) + "d",
        float number => float.IsNaN(number) || float.IsInfinity(number) ? null : number.ToString("R", CultureInfo.InvariantCulture) + "f",
        IFormattable number => $"({TypeNames.Qualified(Underlying(parameter.Type))})({number.ToString(null, CultureInfo.InvariantCulture)})",
        _ => null,
    };

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
}
