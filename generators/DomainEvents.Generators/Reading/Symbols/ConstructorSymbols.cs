using DomainEvents.Generators.Dispatch.Discovery;
using DomainEvents.Generators.Reading.Joining;
using DomainEvents.Generators.Reading.Parts;
using DomainEvents.Generators.Reading.Questions;
using DomainEvents.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators.Reading.Symbols;

/// <summary>A constructor as a derived event's generated one may call it.</summary>
internal sealed record ConstructorSymbol(IReadOnlyList<ParameterSymbol> Parameters, bool SetsRequiredMembers, AccessLevel Access);

/// <summary>A parameter of a constructor that may not exist yet.</summary>
/// <param name="Name">Without escape.</param>
/// <param name="Type">Its type.</param>
/// <param name="IsForbidden">Whether the use of the member that it sets is an error.</param>
internal sealed record ParameterSymbol(string Name, ITypeSymbol Type, bool IsForbidden = false);

/// <summary>Finds the constructor of a base type, including one that we have yet to generate.</summary>
internal sealed class ConstructorSymbols
{
    private readonly Compilation _compilation;

    public ConstructorSymbols(Compilation compilation) => _compilation = compilation;

    /// <summary>The base constructor to call, or <see langword="null"/> where there is none or no single right one.</summary>
    public ConstructorSymbol? FindUsable(INamedTypeSymbol type, INamedTypeSymbol caller)
    {
        var declared = type.InstanceConstructors
            .Where(constructor => IsUsable(constructor, caller))
            .ToList();
        if (EventSymbol.From(type) is { } baseEvent)
        {
            if (FindGenerated(baseEvent) is { } generated)
            {
                var written = declared.FirstOrDefault(constructor => !constructor.IsImplicitlyDeclared && HasSignature(constructor, generated.Parameters));
                if (written is not null)
                {
                    return From(written);
                }

                if (generated.Access != AccessLevel.Private && !Exists(type, generated.Parameters))
                {
                    return generated;
                }
            }

            if (declared.FirstOrDefault(IsPrimary) is { } primary)
            {
                return From(primary);
            }
        }

        // Of an event in a built assembly: its generated part is there.
        if (RuntimeSymbols.FindEventAttribute(type) is not null
            && declared.FirstOrDefault(static constructor => IsGenerated(constructor) || IsPositional(constructor)) is { } built)
        {
            return From(built);
        }

        if (declared.FirstOrDefault(static constructor => constructor.Parameters.Length == 0) is { } parameterless)
        {
            return From(parameterless);
        }

        // Several constructors with parameters: which one is meant, only the user can say.
        return declared.Count == 1 ? From(declared[0]) : null;
    }

    /// <summary>The constructor that will be generated for an event, unless the user has written it.</summary>
    public ConstructorSymbol? FindGenerated(EventSymbol source) => FindGenerated(source, out _);

    /// <summary>The constructor that will be generated for an event, unless the user has written it; or why there is none.</summary>
    public ConstructorSymbol? FindGenerated(EventSymbol source, out ConstructorObstacle obstacle)
    {
        obstacle = ConstructorObstacle.None;
        if (!source.Values.GenerateConstructor || source.HasParameterList || source.Type.BaseType is not { TypeKind: not TypeKind.Error } baseType)
        {
            return null;
        }

        if (FindUsable(baseType, source.Type) is not { } baseConstructor
            || (baseConstructor.Parameters.Count > 0 && !IsEvent(baseType) && HasOwn(source.Type)))
        {
            obstacle = ConstructorObstacle.BaseConstructor;
            return null;
        }

        var own = source.Members().ToList();
        var inherited = baseConstructor.SetsRequiredMembers ? [] : RequiredMembers(baseType);
        var plan = ConstructorRules.Plan(
            [.. baseConstructor.Parameters.Select(static parameter => Candidate(parameter.Name, parameter.Type))],
            [.. inherited.Select(static member => Candidate(member.Name, member.Type))],
            [.. own.Select(member => new ParameterCandidate(
                member.Name,
                baseConstructor.Parameters.Count > 0 ? TypeSymbols.FullName(member.Type) : null,
                TypeSymbols.Shape(member.Type) == TypeShape.Nullable,
                member.IsSettable,
                member.IsRequired))],
            source.Values.IncludeSettable);
        if (plan is null || (plan.Count == 0 && HasOwn(source.Type)))
        {
            obstacle = plan is null ? ConstructorObstacle.ParameterNames : ConstructorObstacle.None;
            return null;
        }

        var parameters = new List<ParameterSymbol>(plan.Count);
        foreach (var planned in plan)
        {
            parameters.Add(new ParameterSymbol(planned.Name, planned switch
            {
                { Base: >= 0 } => baseConstructor.Parameters[planned.Base].Type,
                { InheritedMember: >= 0 } => inherited[planned.InheritedMember].Type,
                _ => own[planned.Own].Type,
            }));
        }

        if (IsCopyConstructor(source.Type, parameters))
        {
            obstacle = ConstructorObstacle.CopyConstructor;
            return null;
        }

        return new ConstructorSymbol(
            parameters,
            baseConstructor.SetsRequiredMembers || (parameters.Count > 0 && (own.Any(static member => member.IsRequired) || inherited.Count > 0)),
            source.Values.ConstructorAccessibility);
    }

    /// <summary>Whether the user has written a constructor with these parameters.</summary>
    public bool HasWritten(INamedTypeSymbol type, IReadOnlyList<ParameterSymbol> parameters) => FindWritten(type, parameters) is not null;

    /// <summary>The user's constructor with these parameters, or <see langword="null"/>.</summary>
    public IMethodSymbol? FindWritten(INamedTypeSymbol type, IReadOnlyList<ParameterSymbol> parameters) =>
        Written(type).FirstOrDefault(constructor => HasSignature(constructor, parameters));

    /// <summary>The user's constructors: an analyzer also sees ours.</summary>
    public static IEnumerable<IMethodSymbol> Written(INamedTypeSymbol type) =>
        type.InstanceConstructors.Where(static constructor => !constructor.IsImplicitlyDeclared && !RuntimeSymbols.IsGenerated(constructor));

    /// <summary>The members of a base that must be set and that a derived type's constructor can set.</summary>
    public static List<ParameterSymbol> RequiredMembers(INamedTypeSymbol type)
    {
        var members = new List<ParameterSymbol>();
        for (var declared = type; declared is not null; declared = declared.BaseType)
        {
            foreach (var member in declared.GetMembers())
            {
                var required = member switch
                {
                    IPropertySymbol { IsRequired: true } property => property.Type,
                    IFieldSymbol { IsRequired: true } field => field.Type,
                    _ => null,
                };
                if (required is not null && !members.Any(known => known.Name == member.Name))
                {
                    members.Add(new ParameterSymbol(member.Name, required, ForbiddenTypes.IsError(member)));
                }
            }
        }

        return members;
    }

    private static ParameterCandidate Candidate(string name, ITypeSymbol type) =>
        new(name, TypeSymbols.FullName(type), TypeSymbols.Shape(type) == TypeShape.Nullable);

    private static ConstructorSymbol From(IMethodSymbol constructor) => new(
        [.. constructor.Parameters.Select(static parameter => new ParameterSymbol(parameter.Name, parameter.Type))],
        constructor.GetAttributes().Any(static attribute => attribute.AttributeClass is
        {
            Name: "SetsRequiredMembersAttribute",
            ContainingNamespace: { Name: "CodeAnalysis", ContainingNamespace.Name: "Diagnostics" },
        }),
        AccessLevels.From(constructor.DeclaredAccessibility));

    private static bool IsEvent(INamedTypeSymbol type)
    {
        for (var declared = type; declared is not null; declared = declared.BaseType)
        {
            if (RuntimeSymbols.FindEventAttribute(declared) is not null)
            {
                return true;
            }
        }

        return RuntimeSymbols.FindDomainEventInterface(type) is not null;
    }

    private static bool HasOwn(INamedTypeSymbol type) => Written(type).Any();

    private static bool IsGenerated(IMethodSymbol constructor) => constructor.GetAttributes().Any(static attribute =>
        attribute is { AttributeClass.Name: "GeneratedCodeAttribute", ConstructorArguments: { Length: > 0 } arguments }
        && arguments[0].Value is GeneratedFile.Tool);

    /// <summary>A positional record's constructor takes what its <c>Deconstruct</c> gives.</summary>
    private static bool IsPositional(IMethodSymbol constructor) =>
        constructor.ContainingType.IsRecord
        && constructor.Parameters.Length > 0
        && constructor.ContainingType.GetMembers("Deconstruct").OfType<IMethodSymbol>().Any(method =>
            method.Parameters.Select(static parameter => parameter.Name).SequenceEqual(constructor.Parameters.Select(static parameter => parameter.Name))
            && method.Parameters.All(static parameter => parameter.RefKind == RefKind.Out));

    private static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(static reference => reference.GetSyntax() is TypeDeclarationSyntax);

    private static bool IsCopyConstructor(INamedTypeSymbol type, List<ParameterSymbol> parameters) =>
        type.IsRecord && parameters.Count == 1 && SymbolEqualityComparer.Default.Equals(parameters[0].Type, type);

    private bool IsUsable(IMethodSymbol constructor, INamedTypeSymbol caller) =>
        _compilation.IsSymbolAccessibleWithin(constructor, caller)
        && !ForbiddenTypes.IsError(constructor)
        && constructor.Parameters.All(static parameter => parameter.RefKind is RefKind.None or RefKind.In)
        && !(constructor.ContainingType.IsRecord && constructor.Parameters.Length == 1
            && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType));

    /// <summary>Another project's output is there already, and may be out of reach.</summary>
    private bool Exists(INamedTypeSymbol type, IReadOnlyList<ParameterSymbol> parameters) =>
        type.InstanceConstructors.Any(constructor => !constructor.IsImplicitlyDeclared && HasSignature(constructor, parameters));

    /// <summary>Signatures are the same in spite of tuple names, nullable annotations and <c>dynamic</c>.</summary>
    private bool HasSignature(IMethodSymbol constructor, IReadOnlyList<ParameterSymbol> parameters)
    {
        if (constructor.Parameters.Length != parameters.Count)
        {
            return false;
        }

        for (var i = 0; i < parameters.Count; i++)
        {
            if (constructor.Parameters[i].RefKind != RefKind.None
                || !_compilation.ClassifyCommonConversion(constructor.Parameters[i].Type, parameters[i].Type).IsIdentity)
            {
                return false;
            }
        }

        return true;
    }
}
