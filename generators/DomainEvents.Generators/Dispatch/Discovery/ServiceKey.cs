using DomainEvents.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.Generators.Dispatch.Discovery;

/// <summary>The key under which <c>[FromKeyedServices]</c> asks for a service.</summary>
/// <param name="Expression">The key in C#, or <see langword="null"/> for none.</param>
/// <param name="Reach">Who can name the types that the key mentions.</param>
internal sealed record ServiceKey(string? Expression, Reach Reach)
{
    /// <summary>A service without a key; a key that is <see langword="null"/> is none to containers either.</summary>
    private static readonly ServiceKey s_none = new(null, Reach.Everywhere);

    /// <summary>The key of a parameter, or <see langword="null"/> where no expression can be written that equals it.</summary>
    public static ServiceKey? Of(IParameterSymbol parameter, ForbiddenTypes forbidden)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            if (IsKeyAttribute(attribute.AttributeClass))
            {
                // A class derived from it computes its key where nobody can read it.
                return attribute.AttributeClass!.Name != "FromKeyedServicesAttribute" || forbidden.Include(attribute.AttributeClass) ? null
                    : attribute.ConstructorArguments.Length == 0 ? s_none
                    : Of(attribute.ConstructorArguments[0], forbidden);
            }
        }

        return s_none;
    }

    private static bool IsKeyAttribute(INamedTypeSymbol? attribute)
    {
        for (var current = attribute; current is not null; current = current.BaseType)
        {
            if (current is { Name: "FromKeyedServicesAttribute", ContainingType: null }
                && current.ContainingNamespace.ToDisplayString() == "Microsoft.Extensions.DependencyInjection")
            {
                return true;
            }
        }

        return false;
    }

    private static ServiceKey? Of(TypedConstant key, ForbiddenTypes forbidden)
    {
        // An array is equal to itself alone, and not every fraction has a literal.
        if (key.Kind is TypedConstantKind.Array or TypedConstantKind.Error || key.Value is double or float)
        {
            return null;
        }

        switch (key.Value)
        {
            case null:
                return s_none;
            case string text:
                return new ServiceKey(CSharpLiteral.String(text), Reach.Everywhere);
            case ITypeSymbol type:
                return Create(type, $"typeof({TypeNames.Qualified(type)})", forbidden);
            default:
                // The cast makes the boxed key equal: 1 and 1L are two keys.
                return Create(key.Type!, $"({TypeNames.Qualified(key.Type!)})({SymbolDisplay.FormatPrimitive(key.Value, quoteStrings: true, useHexadecimalNumbers: false)})", forbidden);
        }
    }

    private static ServiceKey? Create(ITypeSymbol mentioned, string expression, ForbiddenTypes forbidden) =>
        !forbidden.Include(mentioned) && Reach.Of(mentioned) is { Exists: true } reach ? new ServiceKey(expression, reach) : null;
}
