using DomainEvents.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Tests.Reading;

/// <summary>Reads events from the symbols of a finished compilation, by rules written down a second time.</summary>
internal static class SymbolReader
{
    public static List<INamedTypeSymbol> Events(Compilation compilation) => [.. Types(compilation.Assembly.GlobalNamespace).Where(static type => EventAttribute(type) is not null)];

    public static string MetadataName(INamedTypeSymbol type) => type.ContainingType is { } container
        ? $"{MetadataName(container)}+{type.MetadataName}"
        : type.ContainingNamespace.IsGlobalNamespace ? type.MetadataName : $"{Namespace(type.ContainingNamespace)}.{type.MetadataName}";

    public static bool IsGenerated(ISymbol symbol) => symbol.GetAttributes().Any(static attribute =>
        attribute.AttributeClass?.Name == "GeneratedCodeAttribute" && Equals(attribute.ConstructorArguments[0].Value, "DomainEvents.Generators"));

    /// <summary>The event type where the attribute gives a valid one.</summary>
    public static string? EventType(INamedTypeSymbol type) =>
        EventAttribute(type)!.ConstructorArguments is [{ Value: string eventType }] ? eventType : null;

    public static string Describe(IParameterSymbol parameter) =>
        $"{parameter.Type.ToDisplayString()} {parameter.Name.ToUpperInvariant()}{(parameter.HasExplicitDefaultValue ? "?" : "")}";

    /// <summary>Base parameters and own members, nullable ones last.</summary>
    public static IEnumerable<string> Parameters(INamedTypeSymbol type)
    {
        var inherited = BaseParameters(type);
        var own = Members(type).Where(member => !inherited.Any(parameter => string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase)));
        return inherited.Concat(own)
            .OrderBy(static value => IsNullable(value.Type))
            .Select(static value => $"{value.Type.ToDisplayString()} {value.Name.ToUpperInvariant()}{(IsNullable(value.Type) ? "?" : "")}");
    }

    /// <summary>What is checked of a constructor's parameter: the base checks its own.</summary>
    public static string Guard(INamedTypeSymbol type, IParameterSymbol parameter)
    {
        var setByBase = type.BaseType!.InstanceConstructors.Any(constructor => constructor.Parameters.Any(passed => passed.Name == parameter.Name));
        var member = StoredMembers(type)
            .Concat(setByBase ? [] : StoredMembers(type.BaseType))
            .FirstOrDefault(candidate => string.Equals(candidate.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));
        return member is null ? "base" : Guard(member);
    }

    public static string Guard(ISymbol member)
    {
        var type = member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
        if (Has(member, "System.Diagnostics.CodeAnalysis.AllowNullAttribute") || type is IPointerTypeSymbol or IFunctionPointerTypeSymbol)
        {
            return "none";
        }

        if (Has(member, "DomainEvents.NotDefaultAttribute"))
        {
            return IsNullable(type) && !type.IsValueType ? "none" : "not default";
        }

        var mayBeNull = type is ITypeParameterSymbol parameter ? MayBeNull(parameter) : IsNullable(type) || type.IsValueType;
        return type is ITypeParameterSymbol { IsValueType: true } ? "none"
            : type.Name == "ImmutableArray" ? "required"
            : mayBeNull ? "none"
            : Has(member, "DomainEvents.AllowBlankAttribute") ? "not null" : "required";
    }

    /// <summary>What a guard comes to for a type: overload resolution makes it nothing for value types.</summary>
    public static string Effective(GuardKind guard, string? baseParameter, ITypeSymbol type) => guard switch
    {
        GuardKind.None => baseParameter is null ? "none" : "base",
        GuardKind.NotDefault => "not default",
        _ when type.IsValueType && type.Name != "ImmutableArray" => "none",
        GuardKind.NotNull => "not null",
        _ => "required",
    };

    /// <summary>Nothing to set, written by hand, a parameter list, refused by the user, or names that would clash.</summary>
    public static bool NeedsNoConstructor(INamedTypeSymbol type)
    {
        if (EventAttribute(type)!.NamedArguments.Any(static argument => argument is { Key: "GenerateConstructor", Value.Value: false }))
        {
            return true;
        }

        var values = Parameters(type).ToList();
        var written = type.InstanceConstructors.Where(static constructor => !constructor.IsImplicitlyDeclared).ToList();
        return values.Count == 0
            || written.Any(constructor => constructor.Parameters.Length == values.Count || constructor.DeclaringSyntaxReferences[0].GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax)
            || values.Select(static value => value.Split(' ')[^1]).Distinct().Count() < values.Count
            || (type.IsRecord && Members(type) is [{ Type: var only }] && SymbolEqualityComparer.Default.Equals(only, type))
            || type.BaseType!.InstanceConstructors.All(static constructor => constructor.Parameters.Length > 0);
    }

    private static List<(string Name, ITypeSymbol Type)> BaseParameters(INamedTypeSymbol type)
    {
        var called = type.BaseType!.InstanceConstructors.FirstOrDefault(IsGenerated);
        if (called is null && EventAttribute(type.BaseType) is not null)
        {
            called = type.BaseType.InstanceConstructors.Where(constructor => !SymbolEqualityComparer.Default.Equals(constructor.Parameters.FirstOrDefault()?.Type, type.BaseType)).MaxBy(static constructor => constructor.Parameters.Length);
        }

        // A base that is no event is asked for what its only constructor takes.
        var accessible = type.BaseType.InstanceConstructors.Where(static constructor => constructor.DeclaredAccessibility != Accessibility.Private).ToList();
        if (called is null && accessible is [{ Parameters.Length: > 0 } only])
        {
            called = only;
        }

        var parameters = called?.Parameters.Select(static parameter => (parameter.Name, parameter.Type)).ToList() ?? [];
        return called is null || !called.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "SetsRequiredMembersAttribute")
            ? [.. parameters, .. type.BaseType.GetMembers().OfType<IPropertySymbol>().Where(static property => property.IsRequired).Select(static property => (property.Name, property.Type))]
            : parameters;
    }

    private static List<(string Name, ITypeSymbol Type)> Members(INamedTypeSymbol type)
    {
        var includeSettable = EventAttribute(type)!.NamedArguments.Any(static argument => argument is { Key: "IncludeSettable", Value.Value: true });
        var stored = StoredMembers(type).ToList();
        var always = stored.Where(member => includeSettable || !IsSettable(member)).ToList();
        return [.. stored
            .Where(member => always.Contains(member) || (always.Count > 0 && member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true }))
            .Select(static member => (member.Name, member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type))];
    }

    /// <summary>Auto-properties by their backing fields, and required fields, less what has an initialiser or is ours.</summary>
    private static IEnumerable<ISymbol> StoredMembers(INamedTypeSymbol type) => type.GetMembers()
        .OfType<IFieldSymbol>()
        .Where(static field => !field.IsStatic)
        .Select(static field => field.AssociatedSymbol is IPropertySymbol property ? (ISymbol)property : field.IsRequired ? field : null)
        .OfType<ISymbol>()
        .Concat(type.GetMembers().OfType<IPropertySymbol>().Where(IsImplementedByUs))
        .Where(static member => !IsGenerated(member) && member.DeclaringSyntaxReferences is [var reference] && !reference.GetSyntax().ToString().Contains('='))
        .OrderBy(static member => member.Locations[0].SourceTree!.FilePath, StringComparer.Ordinal)
        .ThenBy(static member => member.Locations[0].SourceSpan.Start);

    /// <summary>A partial property of the user's over a field of ours.</summary>
    private static bool IsImplementedByUs(IPropertySymbol property) =>
        property is { IsPartialDefinition: true, PartialImplementationPart: { } part }
        && part.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => IsGenerated(field) && field.Name.EndsWith(property.Name, StringComparison.Ordinal));

    private static bool IsSettable(ISymbol member) => member switch
    {
        IPropertySymbol { SetMethod: { IsInitOnly: false, DeclaredAccessibility: not Accessibility.Private } } => true,
        IFieldSymbol => true,
        _ => false,
    };

    private static bool IsNullable(ITypeSymbol type) =>
        type.NullableAnnotation == NullableAnnotation.Annotated || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    private static bool MayBeNull(ITypeParameterSymbol type) =>
        type.NullableAnnotation == NullableAnnotation.Annotated
        || !(type.HasNotNullConstraint || type.HasValueTypeConstraint
            || (type.HasReferenceTypeConstraint && type.ReferenceTypeConstraintNullableAnnotation != NullableAnnotation.Annotated)
            || type.ConstraintNullableAnnotations.Any(static annotation => annotation != NullableAnnotation.Annotated));

    private static bool Has(ISymbol member, string attribute) =>
        member.GetAttributes().Any(candidate => candidate.AttributeClass?.ToDisplayString() == attribute)
        || member.ContainingType.InstanceConstructors.SelectMany(static constructor => constructor.Parameters).Any(parameter =>
            parameter.Name == member.Name && parameter.GetAttributes().Any(candidate => candidate.AttributeClass?.ToDisplayString() == attribute));

    private static AttributeData? EventAttribute(INamedTypeSymbol type) =>
        type.GetAttributes().FirstOrDefault(static attribute => attribute.AttributeClass?.ToDisplayString() == "DomainEvents.DomainEventAttribute");

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(static member => member is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(member));

    private static string Namespace(INamespaceSymbol symbol) =>
        symbol.ContainingNamespace.IsGlobalNamespace ? symbol.Name : $"{Namespace(symbol.ContainingNamespace)}.{symbol.Name}";
}
