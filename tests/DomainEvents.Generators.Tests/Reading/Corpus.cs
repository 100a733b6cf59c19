using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests.Reading;

/// <summary>Sources that a generator reading text could get wrong. Each compiles without a warning once the generated part is there.</summary>
internal static partial class Corpus
{
    /// <summary>By name; the files of one entry are one project.</summary>
    public static IReadOnlyDictionary<string, string[]> Sources { get; } = new SortedDictionary<string, string[]>(
        new[] { Declarations, Attributes, Members, Inheritance, Nesting }
            .SelectMany(static group => group)
            .ToDictionary(static entry => entry.Key, static entry => entry.Value, StringComparer.Ordinal),
        StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Sources.Keys];

    public static TestProject Project(string name)
    {
        TestProject project = ReadModels.Project(Sources[name]);
        return name switch
        {
            "Pointers" => project.WithUnsafe(),

            // Moved to the generated property; the analyzers' package silences the compiler.
            "PropertyAttributes" => project.WithSuppressed("CS0657"),
            _ => project,
        };
    }

    private static Dictionary<string, string[]> Declarations => new()
    {
        ["Class"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced { public string Id { get; } public int? Count { get; } public Uri Link { get; } }"],
        ["RecordWithoutParameters"] = ["namespace Shop; [DomainEvent] public partial record OrderPlaced { public string Id { get; init; } }"],
        ["RecordClassKeyword"] = ["namespace Shop; [DomainEvent] public sealed partial record class OrderPlaced { public string Id { get; } }"],
        ["PositionalRecord"] = ["namespace Shop; [DomainEvent] public sealed partial record OrderPlaced(Guid OrderId, string Name, string? Note);"],
        ["EmptyClass"] = ["namespace Shop; [DomainEvent] public partial class SystemStarted;"],
        ["EmptyRecord"] = ["namespace Shop; [DomainEvent] public partial record SystemStarted;"],
        ["GlobalNamespace"] = ["[DomainEvent] public partial class OrderPlaced { public string Id { get; } }"],
        ["BlockNamespaces"] = ["namespace A { namespace B.C { using System.Text; [DomainEvent] partial class OrderPlaced { public StringBuilder Text { get; } } } }"],
        ["KeywordNames"] = ["namespace @class.@record; [DomainEvent(\"a.b\")] public partial class @event { public string @class { get; } public int @Event { get; } public int Field { get; } }"],
        ["UnicodeEscapes"] = ["namespace Shop; [DomainEvent] public partial class \\u004frderPlaced { public string \\u0049d { get; } }"],
        ["TwoEventsOneFile"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced { public string Id { get; } } [DomainEvent] public partial class OrderPaid { public string Id { get; } }"],
        ["TwoParts"] =
        [
            "using System.Text; namespace Shop; [DomainEvent] public partial class OrderPlaced { public StringBuilder Text { get; } }",
            "using Builder = System.UriBuilder; namespace Shop; public partial class OrderPlaced { public Builder Link { get; } public string Id { get; } }",
        ],
        ["TwoAttributesInTwoFiles"] =
        [
            "namespace Shop; public partial class OrderPlaced { public string Id { get; } }",
            "namespace Shop; [DomainEvent] public partial class OrderPlaced { public string Name { get; } }",
        ],
        ["ParameterListElsewhere"] =
        [
            "namespace Shop; [DomainEvent] public partial record OrderPlaced;",
            "using Lines = System.Collections.Generic.List<string>; namespace Shop; public partial record OrderPlaced(Lines Lines, string Id);",
        ],
        ["PrimaryConstructorClass"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced(string id) { public string Id { get; } = id; }"],
        ["Abstract"] = ["namespace Shop; [DomainEvent] public abstract partial class OrderEvent { public string Id { get; } }"],
        ["AbstractWithName"] = ["namespace Shop; [DomainEvent(\"order.changed\")] public abstract partial record OrderEvent { public string Id { get; } }"],
        ["VersionSuffix"] = ["namespace Shop; [DomainEvent] public partial class OrderPlacedV2 { public string Id { get; } }"],
        ["ConditionalMembers"] = ["#define WITH\nnamespace Shop; [DomainEvent] public partial class OrderPlaced { \n#if WITH\n public string Id { get; }\n#else\n public int Id { get; }\n#endif\n public System.Collections.Generic.List<\n#if WITH\nstring\n#else\nint\n#endif\n> Lines { get; } }"],
        ["NullableRegions"] = ["#nullable disable\nnamespace Shop; [DomainEvent] public partial class OrderPlaced { public string Id { get; }\n#nullable enable\n public string? Note { get; } public string Name { get; }\n#nullable restore\n public string Last { get; } }"],
        ["OwnConstructorSameSignature"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced { public string Id { get; } public int Count { get; } public OrderPlaced(System.String a, System.Int32 b) { Id = a; Count = b; } }"],
        ["OwnConstructorBeside"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced { public string Id { get; } public int Count { get; } [System.Text.Json.Serialization.JsonConstructor] private OrderPlaced(int count) : this(\"\", count) { } }"],
    };

    private static Dictionary<string, string[]> Attributes => new()
    {
        ["Suffix"] = ["namespace Shop; [DomainEventAttribute] public partial class OrderPlaced { public string Id { get; } }"],
        ["Qualified"] = ["namespace Shop; [global::DomainEvents.DomainEvent(eventType: \"order.placed\")] public partial class Foo { public string Id { get; } }"],
        ["FileAlias"] = ["using Ev = DomainEvents.DomainEventAttribute; using Blank = DomainEvents.AllowBlankAttribute; namespace Shop; [Ev(\"order.placed\")] public partial class Foo { [Blank] public string Id { get; } }"],
        ["GlobalAlias"] = ["global using EvAttribute = DomainEvents.DomainEventAttribute; global using Blank = DomainEvents.AllowBlankAttribute;", "namespace Shop; [Ev] public partial class OrderPlaced { [Blank] public string Id { get; } }"],
        ["NamespaceAlias"] = ["using D = DomainEvents; namespace Shop; [D::DomainEvent] public partial class OrderPlaced { [D.NotDefault] public Guid Id { get; } }"],
        ["Foreign"] = ["namespace Other { public sealed class DomainEventAttribute : Attribute; } namespace Shop { using Other; [Other.DomainEvent] public partial class OrderPaid { public string Id { get; } = \"\"; } [global::DomainEvents.DomainEvent] public partial class OrderPlaced { public string Id { get; } } }"],
        ["ForeignNearer"] = ["namespace Shop { public sealed class DomainEventAttribute : Attribute; [DomainEvent] public partial class OrderPaid { public string Id { get; } = \"\"; } } namespace Store { [DomainEvent] public partial class OrderPlaced { public string Id { get; } } }"],
        ["ForeignMemberAttribute"] = ["namespace Shop { public sealed class AllowNullAttribute : Attribute; [DomainEvent] public partial class OrderPlaced { [AllowNull] public string Id { get; } [System.Diagnostics.CodeAnalysis.AllowNull] public string Name { get; } } }"],
        ["ForeignNested"] = ["namespace Shop { [DomainEvent] public partial class OrderPlaced { [AllowBlank] public string Id { get; } public sealed class AllowBlankAttribute : Attribute; } }"],
        ["ConstantName"] = ["namespace Shop; public static class Names { public const string Placed = \"order.\" + \"placed\"; public const int Version = 3; public const ConstructorAccessibility Inside = ConstructorAccessibility.Internal; } [DomainEvent(Names.Placed, Version = Names.Version, ConstructorAccessibility = Names.Inside)] public partial class Foo { public string Id { get; } }"],
        ["PrivateConstantName"] = ["namespace Shop; [DomainEvent(Name)] public partial class Foo { private const string Name = \"order.placed\"; public string Id { get; } }"],
        ["AccessibilityPlain"] = ["namespace Shop; [DomainEvent(ConstructorAccessibility = DomainEvents.ConstructorAccessibility.ProtectedInternal)] public partial class OrderPlaced { public string Id { get; } }"],
        ["External"] = ["namespace Shop; [DomainEvent(\"urn:Partner/Order-Placed\", External = true)] public partial class Foo { public string Id { get; } }"],
        ["NoConstructor"] = ["namespace Shop; [DomainEvent(GenerateConstructor = false)] public partial class OrderPlaced { public string? Id { get; } }"],
        ["IncludeSettable"] = ["namespace Shop; [DomainEvent(IncludeSettable = true)] public partial class OrderPlaced { public string Id { get; set; } public int Count { get; internal set; } }"],
        ["TypeTarget"] = ["namespace Shop; [type: DomainEvent, System.Serializable] public partial class OrderPlaced { public string Id { get; } }"],
        ["PropertyAttributes"] = ["namespace Shop; [DomainEvent] public partial record OrderPlaced([property: System.Text.Json.Serialization.JsonPropertyName(\"id\")] string Id, [AllowBlank] string Memo, [property: NotDefault] Guid Owner);"],
        ["UsingOfFileType"] = ["using static Hidden; [DomainEvent] public partial class OrderPlaced { public string Id { get; } } file static class Hidden { public const int X = 1; }"],
    };
}
