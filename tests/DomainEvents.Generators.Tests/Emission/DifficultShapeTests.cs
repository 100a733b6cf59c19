namespace DomainEvents.Generators.Tests.Emission;

/// <summary>Shapes that are legal C# and easy to get wrong: their output compiles without a warning.</summary>
public sealed class DifficultShapeTests
{
    public static TheoryData<string, string> Shapes => new()
    {
        { "attributes on a property", """[DomainEvent] public partial record TriggerFired([property: System.ComponentModel.Description(@"a]b")] string Symbol, int X);""" },
        { "parameters named like accessor keywords", "[DomainEvent] public partial record TriggerFired(string field, string value, string @event, int _);" },
        { "pointers", "[DomainEvent] public unsafe partial class TriggerFired { public int* P { get; } public delegate*<int, void> F { get; } public string S { get; } }" },
        { "unconstrained type parameter", "[DomainEvent] public partial class TriggerFired<T> { public T? V { get; } public T W { get; } }" },
        { "value type parameter", "[DomainEvent] public partial class TriggerFired<T> where T : struct { public T? V { get; } public T W { get; } }" },
        { "reference type parameter", "[DomainEvent] public partial record TriggerFired<T>(T V, T? W, System.Collections.Generic.List<T?> L) where T : class;" },
        { "id of its own", "[DomainEvent] public partial class TriggerFired { public System.Guid EventId { get; } public string S { get; } }" },
        { "members named like the constants", "[DomainEvent] public partial class TriggerFired { public static int EventTypeName => 1; public static int EventTypeVersion => 2; }" },
        { "event type of its own", """[DomainEvent] public partial class TriggerFired { public string EventType => "x.y"; }""" },
        { "event type explicitly implemented", """[DomainEvent] public partial class TriggerFired { string IDomainEvent.EventType => "x.y"; }""" },
        { "private nested", "public partial class Outer { [DomainEvent] private partial class TriggerFired { public string S { get; } } [DomainEvent] private protected sealed partial record OtherFired(string S); }" },
        { "internal type of a member", "internal class Secret; [DomainEvent] public partial class TriggerFired { internal Secret S { get; } public string X { get; } }" },
        { "records deriving from records", "[DomainEvent] public abstract partial record BaseFired(string Id); [DomainEvent] public partial record TriggerFired(string Id, int N) : BaseFired(Id); [DomainEvent] public sealed partial record TriggerRefired(string Id, int N, string? Why) : TriggerFired(Id, N);" },
        { "overriding properties", "public abstract class B { public abstract string S { get; } public virtual int N { get; } } [DomainEvent] public partial class TriggerFired : B { public override string S { get; } public override int N { get; } }" },
        { "hiding properties", """public class B { public string S { get; } = ""; } [DomainEvent] public partial class TriggerFired : B { public new string S { get; } }""" },
        { "types without a name", "[DomainEvent] public partial class TriggerFired { public (string A, int? B) T { get; } public dynamic? D { get; } public nint N { get; } public int[][] J { get; } public string?[] Q { get; } public System.Func<string?, (int, string)>? F { get; } }" },
        { "primary constructor", "[DomainEvent] public partial class TriggerFired(string s) { public string S { get; } = s; }" },
        { "constructor of its own", "[DomainEvent] public partial class TriggerFired { public string S { get; } public TriggerFired(string s) { S = s; } }" },
        { "second constructor", """[DomainEvent] public partial class TriggerFired { public string S { get; } public int N { get; } private TriggerFired() { S = ""; } }""" },
        { "base with a fixed event type", """public class Msg : IDomainEvent { public System.Guid EventId => default; public System.DateTimeOffset OccurredAt => default; public string EventType => "m"; public int EventVersion => 3; } [DomainEvent] public partial class TriggerFired : Msg { public string S { get; } }""" },
        { "base that implements explicitly", """public class Msg : IDomainEvent { System.Guid IDomainEvent.EventId => default; System.DateTimeOffset IDomainEvent.OccurredAt => default; string IDomainEvent.EventType => "m"; } [DomainEvent] public partial class TriggerFired : Msg { public string S { get; } }""" },
        { "events nested in their base", "[DomainEvent] public abstract partial class TriggerEvent { public string Id { get; } [DomainEvent] public sealed partial class Fired : TriggerEvent { } [DomainEvent] public sealed partial class Refired : TriggerEvent { public string Why { get; } } }" },
        { "namespace System", "namespace Shop.System { [DomainEvent] public partial class TriggerFired { public string S { get; } public Guid G { get; } } public class Guid { } }" },
        { "containers of every kind", "public partial interface I<T> { [DomainEvent] public partial class TriggerFired { public string S { get; } } } public partial struct St { [DomainEvent] public partial record OtherFired(string S); } public partial record struct Rs { [DomainEvent] public partial record ThirdFired(string S); }" },
        { "letters beyond ASCII", """[DomainEvent("a.b")] public partial class Ünïcode注文 { public string Größe { get; } public string Ⅷ { get; } }""" },
        { "immutable arrays", "[DomainEvent] public partial class TriggerFired { public System.Collections.Immutable.ImmutableArray<int> A { get; init; } public System.Collections.Immutable.ImmutableArray<int>? B { get; init; } }" },
        { "positional with a property of its own", "[DomainEvent] public partial record TriggerFired(string A, int B) { public string A { get; init; } = A.Trim(); }" },
        { "members named like what the text names", "[DomainEvent] public partial class TriggerFired { public string Guard { get; } public string DomainEvents { get; } public string global { get; } public string System { get; } }" },
        { "abstract with a name", """[DomainEvent("trigger.any")] public abstract partial class TriggerEvent { public string Id { get; } } [DomainEvent] public partial class TriggerFired : TriggerEvent { }""" },
        { "unmarked between marked", "[DomainEvent] public abstract partial class TriggerEvent { public string Id { get; } } public abstract class Middle : TriggerEvent { protected Middle(string id) : base(id) { } } [DomainEvent] public partial class TriggerFired : Middle { public int N { get; } }" },
        { "a name of 400 letters", $$"""[DomainEvent("a.b")] public partial class {{new string('L', 400)}} { public string S { get; } }""" },
        { "names that differ in case", """[DomainEvent("a.b")] public partial class Fired { public string S { get; } } [DomainEvent("a.c")] public partial class fired { public string S { get; } }""" },
        { "names that differ in arity", """[DomainEvent("a.b")] public partial class Fired { public string S { get; } } [DomainEvent("a.c")] public partial class Fired<T> { public string S { get; } }""" },
        { "a member of its own type", "[DomainEvent] public partial record TriggerFired { public TriggerFired? Previous { get; init; } public string S { get; } }" },
        { "half a document comment", "[DomainEvent] public partial class TriggerFired { /// <summary>a &lt; b, <see cref=\"System.String\"/>\n/// and more.</summary>\n public string S { get; } }" },
        { "generic bases", "public abstract class Base<T> : IDomainEvent { protected Base(T id) { Id = id; } public T Id { get; } public System.Guid EventId { get; init; } public System.DateTimeOffset OccurredAt { get; init; } public abstract string EventType { get; } } [DomainEvent] public partial class TriggerFired : Base<string?> { } [DomainEvent] public partial class OtherFired<T> : Base<T> { }" },
    };

    // CS1591: the sources have no comments. CS0657: the compiler does not know that the attribute is copied. CS8981: a lower-case name.
    [Theory]
    [MemberData(nameof(Shapes))]
    public void Generate_of_a_difficult_shape_compiles_strictly(string what, string code)
    {
        var result = GeneratedEvents.Run(
            GeneratedEvents.Consumer("using DomainEvents;\n" + code).WithUnsafe().WithSuppressed("CS1591", "CS0657", "CS8981"));

        Assert.True(result.Files.Any(static file => file.Text.Contains("EventTypeVersion", StringComparison.Ordinal) || file.Text.Contains("Creates the event", StringComparison.Ordinal)), what);
    }

    [Fact]
    public void Generate_of_a_positional_record_copies_the_attributes_of_its_properties() => Assert.Equal(
        """{"symbol":"X",""",
        ((string)GeneratedEvents.Execute(
            """
            using DomainEvents;
            namespace Shop
            {
                /// <summary>A trigger fired.</summary>
                [DomainEvent]
            #pragma warning disable CS0657
                public sealed partial record TriggerFired([property: System.Text.Json.Serialization.JsonPropertyName("symbol")] string Symbol);
            #pragma warning restore CS0657
            }
            """,
            """return System.Text.Json.JsonSerializer.Serialize(new Shop.TriggerFired("X"));""")!)[..14]);
}
