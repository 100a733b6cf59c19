using DomainEvents.Generators.Dispatch.Discovery;
using DomainEvents.Generators.Dispatch.Model;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Dispatch.Composition;

/// <summary>Reads the modules of referenced assemblies from their attributes.</summary>
internal static class ReferencedModules
{
    public static List<KnownModule> Find(Compilation compilation, ForbiddenTypes forbidden)
    {
        var modules = new List<KnownModule>();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (UsesRuntime(assembly) && !forbidden.Include(assembly) && FindModule(assembly) is { } module)
            {
                modules.Add(Read(compilation, assembly, module));
            }
        }

        return modules;
    }

    /// <summary>Spares reading the attributes of the framework's assemblies.</summary>
    private static bool UsesRuntime(IAssemblySymbol assembly) =>
        assembly.Modules.Any(module => module.ReferencedAssemblies.Any(identity => identity.Name == RuntimeTypes.Name));

    private static INamedTypeSymbol? FindModule(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
        {
            if (attribute.AttributeClass is { } type
                && RuntimeTypes.IsModuleAttribute(type)
                && attribute.ConstructorArguments is { Length: 1 } arguments
                && arguments[0] is { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol { TypeKind: TypeKind.Class } module })
            {
                return module;
            }
        }

        return null;
    }

    private static KnownModule Read(Compilation compilation, IAssemblySymbol assembly, INamedTypeSymbol module)
    {
        var events = new List<INamedTypeSymbol>();
        var rows = new List<KnownRow>();
        var opensInternals = assembly.GivesAccessTo(compilation.Assembly);
        foreach (var attribute in module.GetAttributes())
        {
            if (attribute.AttributeClass is not { } type)
            {
                continue;
            }

            if (RuntimeTypes.IsModuleEventsAttribute(type))
            {
                events.AddRange(attribute.ConstructorArguments
                    .Where(argument => argument.Kind == TypedConstantKind.Array && !argument.IsNull)
                    .SelectMany(argument => argument.Values)
                    .Select(value => value.Value)
                    .OfType<INamedTypeSymbol>());
            }
            else if (RuntimeTypes.IsModuleHandlerAttribute(type) && ReadRow(attribute, opensInternals) is { } row)
            {
                rows.Add(row);
            }
        }

        return new KnownModule(assembly, TypeNames.Qualified(module), events, rows);
    }

    private static KnownRow? ReadRow(AttributeData attribute, bool opensInternals)
    {
        var arguments = attribute.ConstructorArguments;
        if (arguments.Length != 5
            || arguments[0].Value is not int number
            || arguments[1].Value is not INamedTypeSymbol handledType
            || arguments[2].Value is not string name
            || arguments[3].Value is not int order
            || arguments[4].Value is not int traits)
        {
            return null;
        }

        // The thunk is as visible as the type in its signature.
        var canCall = opensInternals || Reach.Of(handledType) is { Exists: true, Visibility: Visibility.Public };
        return new KnownRow(number, handledType, name, order, canCall ? (HandlerTraits)traits : (HandlerTraits)traits & ~HandlerTraits.Direct);
    }
}
