namespace DomainEvents.Generators.Tests.Reading;

/// <summary>Members, bases and containers.</summary>
internal static partial class Corpus
{
    private static Dictionary<string, string[]> Members => new()
    {
        ["Kinds"] =
        [
            """
            namespace Shop;
            [DomainEvent]
            public partial class OrderPlaced
            {
                public string Get { get; }
                public string Init { get; init; }
                public string PrivateSet { get; private set; }
                public string Settable { get; set; } = "";
                public string? Protected { get; protected set; }
                public string Initialised { get; } = "x";
                public string Computed => Get;
                public string Body { get { return Get; } }
                public static string Static { get; } = "x";
                public const string Constant = "x";
                public string this[int index] => Get;
                protected string Guarded { get; }
                private int Secret { get; }
                public int Twice() => Secret * 2;
            }
            """,
        ],
        ["PartialProperties"] =
        [
            """
            namespace Shop;
            [DomainEvent]
            public partial class OrderPlaced
            {
                public partial string Get { get; }
                public partial string Init { get; init; }
                public required partial string? Required { get; init; }
                [AllowBlank] public partial string PrivateSet { get; private set; }
                [NotDefault] public virtual partial Guid Virtual { get; init; }
                internal partial IReadOnlyList<(int Count, string? Name)> Lines { get; init; }
                public partial string? Settable { get; set; }
                public partial string Written { get; init; }
                public partial string Written { get => "mine"; init { } }
                public partial string @class { get; }
            }
            public partial class OrderPlaced { public partial System.Text.StringBuilder Text { get; private init; } }
            """,
            "using Builder = System.Text.StringBuilder; namespace Shop; public partial class OrderPlaced { public partial Builder Other { get; protected internal init; } }",
        ],
        ["PartialPropertiesOfBases"] =
        [
            """
            namespace Shop;
            [DomainEvent] public abstract partial record OrderEvent { public virtual partial string Id { get; init; } public partial string Count { get; init; } }
            [DomainEvent] public partial record OrderPlaced : OrderEvent { public sealed override partial string Id { get; init; } public new partial string Count { get; init; } public partial string By { get; } }
            [DomainEvent] public partial record OrderPaid(string Method) : OrderEvent("id", "1") { public partial string? Note { get; init; } }
            public partial class Outer<T> where T : class { [DomainEvent] public partial class ItemStored<TItem> { public partial T Key { get; init; } public partial TItem Item { get; init; } public partial TItem? Other { get; init; } public partial dynamic Any { get; init; } } }
            """,
        ],
        ["PartialPropertiesSettableOnly"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced { public partial string Id { get; set; } public required partial int Count { get; set; } } public static class Use { public static object Make() => new OrderPlaced { Id = \"1\", Count = 2 }; }"],
        ["Settable"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced { public string? Id { get; set; } public int Count { get; set; } } public static class Use { public static object Make() => new OrderPlaced { Id = \"1\", Count = 2 }; }"],
        ["RequiredSettableOnly"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced { public required string Id { get; set; } } public static class Use { public static object Make() => new OrderPlaced { Id = \"1\" }; }"],
        ["RequiredBeside"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced { public required string Id { get; set; } public int Count { get; } public required int Field; } public static class Use { public static object Make() => new OrderPlaced(\"1\", 2, 3); }"],
        ["RequiredInit"] = ["namespace Shop; [DomainEvent] public partial record OrderPlaced { public required string Id { get; init; } public required string? Note { get; init; } } public static class Use { public static object Make() => new OrderPlaced(\"1\"); }"],
        ["CopyTrap"] = ["namespace Shop; [DomainEvent] public partial record OrderPlaced { public OrderPlaced? Previous { get; init; } public int Extra { get; init; } = 3; }"],
        ["CopyTrapByAlias"] = ["using Self = Shop.OrderPlaced; namespace Shop; [DomainEvent] public partial record OrderPlaced { public Self? Previous { get; init; } }"],
        ["OwnTypeInClass"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced { public OrderPlaced? Previous { get; } }"],
        ["EqualNames"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced { public int Id { get; init; } public int id { get; init; } }"],
        ["ValueTypes"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced { public int A { get; } public (int X, string Y) B { get; } public nint C { get; } public DayOfWeek D { get; } public DateTimeOffset E { get; } public decimal? F { get; } public System.Collections.Immutable.ImmutableArray<int> G { get; } }"],
        ["Arrays"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced { public string[] A { get; } public int[]? B { get; } public int?[][,] C { get; } public string?[] D { get; } }"],
        ["Dynamic"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced { public dynamic A { get; } public dynamic? B { get; } public List<dynamic> C { get; } }"],
        ["TypeCalledDynamic"] = ["namespace Shop { public class @dynamic; [DomainEvent] public partial class OrderPlaced { public @dynamic A { get; } } }"],
        ["NullableLonghand"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced { public Nullable<int> A { get; } public System.Nullable<Guid> B { get; } public string C { get; } }"],
        ["OwnNullable"] = ["namespace Shop; public class Nullable<T>; [DomainEvent] public partial class OrderPlaced { public Nullable<int> A { get; } }"],
        ["Aliases"] = ["using N = int?; using S = string; using T = (int A, string B); namespace Shop; [DomainEvent] public partial class OrderPlaced { public N A { get; } public S B { get; } public T C { get; } }"],
        ["GlobalTypeAliases"] = ["global using N = int?;", "namespace Shop; [DomainEvent] public partial class OrderPlaced { public N A { get; } public string B { get; } }"],
        ["HiddenGlobalAlias"] = ["global using N = int?;", "namespace Shop { public class N; [DomainEvent] public partial class OrderPlaced { public N A { get; } } }"],
        ["Pointers"] = ["namespace Shop; [DomainEvent] public unsafe partial class OrderPlaced { public int* A { get; } public delegate*<int, void> B { get; } public string C { get; } }"],
        ["NotDefault"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced { [NotDefault] public Guid A { get; } [NotDefault] public Guid? B { get; } [NotDefault] public Uri? C { get; } [NotDefault] public int D { get; } [NotDefault] public string? E { get; } [NotDefault] public string F { get; } }"],
        ["AllowBlank"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced { [AllowBlank] public string A { get; } [AllowBlank] public string? B { get; } [AllowBlank] public int C { get; } }"],
        ["InternalType"] = ["namespace Shop; internal class Secret; [DomainEvent] public partial class OrderPlaced { internal Secret A { get; } public string B { get; } }"],
        ["PrivateType"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced { private Secret A { get; } private class Secret; public object Read() => A; }"],
        ["ProtectedType"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced { protected Secret A { get; } internal List<Hidden> B { get; } protected class Secret; } internal class Hidden;"],
        ["InternalInInternal"] = ["namespace Shop; internal class Secret; [DomainEvent] internal partial class OrderPlaced { internal Secret A { get; } }"],
        ["IdentityDeclared"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced { public Guid EventId { get; init; } = Guid.NewGuid(); public string Id { get; } }"],
        ["EventTypeDeclared"] = ["namespace Shop; [DomainEvent] public partial record OrderPlaced { public string EventType => \"mine.spoken\"; public const string EventTypeName = \"mine.spoken\"; }"],
        ["EventTypeOverridden"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced { public override string EventType => \"mine.spoken\"; }"],
        ["ExplicitMember"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced { Guid IDomainEvent.EventId => Guid.Empty; public string Id { get; } }"],
        ["PositionalIdentity"] = ["namespace Shop; [DomainEvent] public partial record OrderPlaced(Guid EventId, string Id);"],
        ["PositionalDeclared"] = ["namespace Shop; [DomainEvent] public partial record OrderPlaced(string Id, string Name) { public string Name { get; init; } = Name.Trim(); }"],
        ["Documented"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced {\n    /// <summary>The <b>id</b> &amp; more.</summary>\n    public string Id { get; }\n}"],
        ["InterfaceMembers"] = ["namespace Shop; public interface INamed { string Name { get; } } [DomainEvent] public partial class OrderPlaced : INamed { string INamed.Name => Id; public string Id { get; } }"],
    };

    private static Dictionary<string, string[]> Inheritance => new()
    {
        ["PlainBase"] = ["namespace Shop; public class Entity { public string? Tag { get; set; } } [DomainEvent] public partial class OrderPlaced : Entity { public string Id { get; } }"],
        ["BaseWithoutConstructor"] = ["namespace Shop; public class Entity(int x) { public int X => x; } [DomainEvent] public partial class OrderPlaced : Entity { public string? Id { get; init; } public OrderPlaced() : base(1) { } }"],
        ["PlainBaseWithOneConstructor"] = ["namespace Shop; public abstract class Message(string tenant, int? priority) { public string Tenant => tenant; public int? Priority => priority; } [DomainEvent] public partial class OrderPlaced : Message { public decimal Total { get; } }"],
        ["InterfaceOnly"] = ["namespace Shop; public interface IMarker; [DomainEvent] public partial class OrderPlaced : IMarker, IComparable<OrderPlaced> { public string Id { get; } public int CompareTo(OrderPlaced? other) => 0; }"],
        ["DomainEventWritten"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced : DomainEvent { public string Id { get; } }"],
        ["InterfaceWritten"] = ["namespace Shop; [DomainEvent] public partial record OrderPlaced : IDomainEvent { public string Id { get; } }"],
        ["EventFromEvent"] = ["namespace Shop; [DomainEvent] public abstract partial class OrderEvent { public string OrderId { get; } public string? Note { get; } } [DomainEvent] public partial class OrderPlaced : OrderEvent { public decimal Total { get; } public Uri? Link { get; } }"],
        ["EventFromEventElsewhere"] =
        [
            "using System.Text; namespace Core; [DomainEvent(\"order.changed\")] public partial record OrderEvent { public StringBuilder Text { get; } }",
            "namespace Shop; [DomainEvent] public partial record OrderPlaced : Core.OrderEvent { public decimal Total { get; } }",
        ],
        ["ThreeLevels"] = ["namespace Shop; [DomainEvent(\"a.b\")] public partial class A { public string X { get; } } [DomainEvent(\"c.d\")] public partial class B : A { public int? Y { get; } } [DomainEvent(\"e.f\")] public sealed partial class C : B { public Guid Z { get; } }"],
        ["GenericBaseEvent"] = ["namespace Shop; [DomainEvent] public abstract partial class Changed<T> where T : class { public T Item { get; } public T? Old { get; } } [DomainEvent] public partial class NameChanged : Changed<string> { public int Count { get; } } [DomainEvent] public partial class ItemChanged<U> : Changed<List<U>>;"],
        ["PositionalFromPositional"] = ["namespace Shop; [DomainEvent] public abstract partial record OrderEvent(Guid OrderId, string Name); [DomainEvent] public partial record OrderPlaced(Guid OrderId, string Name, decimal Total) : OrderEvent(OrderId, Name);"],
        ["ClassFromPositional"] = ["namespace Shop; [DomainEvent] public abstract partial record OrderEvent(Guid OrderId, string Name); [DomainEvent] public partial record OrderPlaced : OrderEvent { public decimal Total { get; } }"],
        ["BaseImplements"] = ["namespace Shop; public abstract class EventBase : IDomainEvent { public Guid EventId { get; } = Guid.NewGuid(); public DateTimeOffset OccurredAt { get; init; } public abstract string EventType { get; } } [DomainEvent] public partial class OrderPlaced : EventBase { public string Id { get; } }"],
        ["BaseImplementsFixed"] = ["namespace Shop; public class EventBase : IDomainEvent { public Guid EventId => Guid.Empty; public DateTimeOffset OccurredAt => default; public string EventType => \"base\"; public int EventVersion => 1; } [DomainEvent] public partial class OrderPlaced : EventBase { public string Id { get; } }"],
        ["BaseImplementsExplicitly"] = ["namespace Shop; public class EventBase : IDomainEvent { Guid IDomainEvent.EventId => Guid.Empty; DateTimeOffset IDomainEvent.OccurredAt => default; string IDomainEvent.EventType => \"base\"; } [DomainEvent] public partial class OrderPlaced : EventBase { public string Id { get; } }"],
        ["BaseImplementsByInterface"] = ["namespace Shop; public interface IBase : IDomainEvent { Guid IDomainEvent.EventId => Guid.Empty; DateTimeOffset IDomainEvent.OccurredAt => default; string IDomainEvent.EventType => \"base\"; } public class EventBase : IBase; [DomainEvent] public partial class OrderPlaced : EventBase { public string Id { get; } }"],
        ["BaseHasLookalikes"] = ["namespace Shop; public class Entity { public string EventId { get; } = \"\"; public static int EventVersion => 3; } [DomainEvent] public partial class OrderPlaced : Entity { public string Id { get; } }"],
        ["BaseAbstractMembers"] = ["namespace Shop; public abstract record EventBase : IDomainEvent { public abstract Guid EventId { get; } public abstract DateTimeOffset OccurredAt { get; } public abstract string EventType { get; } public virtual int EventVersion => 0; } [DomainEvent] public partial record OrderPlaced : EventBase { public string Id { get; } }"],
        ["Override"] = ["namespace Shop; public abstract class Entity { public abstract string Name { get; } public virtual int Count { get; } } [DomainEvent] public partial class OrderPlaced : Entity { public override string Name { get; } public override int Count { get; } }"],
        ["OverrideOfEvent"] = ["namespace Shop; [DomainEvent] public abstract partial class OrderEvent { public virtual string Name { get; } } [DomainEvent] public partial class OrderPlaced : OrderEvent { public override string Name { get; } public int Count { get; } }"],
        ["NewMember"] = ["namespace Shop; [DomainEvent] public abstract partial class OrderEvent { public string Name { get; } } [DomainEvent] public partial class OrderPlaced : OrderEvent { public new string Name { get; } }"],
        ["RequiredInBase"] = ["namespace Shop; public class Entity { public required string Tag { get; init; } } [DomainEvent] public partial class OrderPlaced : Entity { public string Id { get; } } public static class Use { public static object Make() => new OrderPlaced(\"t\", \"i\"); }"],
        ["RequiredInBaseEvent"] = ["namespace Shop; [DomainEvent(\"order.changed\")] public partial class OrderEvent { public required string Tag { get; init; } } [DomainEvent] public partial class OrderPlaced : OrderEvent { public string Id { get; } } public static class Use { public static object Make() => new OrderPlaced(\"t\", \"i\"); }"],
        ["BaseOwnConstructor"] = ["namespace Shop; [DomainEvent(\"order.changed\")] public partial class OrderEvent { public string Id { get; } public OrderEvent(string identifier) => Id = identifier; } [DomainEvent] public partial class OrderPlaced : OrderEvent { public int Count { get; } }"],
        ["InternalInBase"] = ["namespace Shop; internal class Secret; [DomainEvent(\"order.changed\")] public partial class OrderEvent { internal Secret A { get; } } [DomainEvent] public partial class OrderPlaced : OrderEvent { public string Id { get; } }"],
        ["SettableBaseEvent"] = ["namespace Shop; [DomainEvent(\"order.changed\")] public partial class OrderEvent { public string? A { get; set; } } [DomainEvent] public partial class OrderPlaced : OrderEvent { public string? B { get; set; } }"],
    };

    private static Dictionary<string, string[]> Nesting => new()
    {
        ["Containers"] = ["namespace Shop; public partial class A { internal partial record B<T> { public partial struct C { public partial interface I { [DomainEvent] public partial class OrderPlaced { public T Item { get; } public Inner? Other { get; } public class Inner; } } } } }"],
        ["RecordStructContainer"] = ["namespace Shop; public partial record struct A { [DomainEvent] public partial record OrderPlaced(string Id); }"],
        ["PrivateNested"] = ["namespace Shop; public partial class A { [DomainEvent] private partial class OrderPlaced { public Hidden Item { get; } } private class Hidden; public object Make() => new OrderPlaced(new Hidden()); }"],
        ["NestedInEvent"] = ["namespace Shop; [DomainEvent] public partial class OrderPlaced { public string Id { get; } [DomainEvent] public partial class LineAdded { public string Id { get; } } }"],
        ["GenericEvent"] = ["namespace Shop; [DomainEvent] public partial class ItemChanged<T, U, V, W> where U : class where V : struct where W : notnull { public T A { get; } public U B { get; } public V C { get; } public W D { get; } public T? E { get; } public V? F { get; } public List<T> G { get; } }"],
        ["NullableConstraint"] = ["namespace Shop; [DomainEvent] public partial class ItemChanged<T, U> where T : class? where U : IComparable? { public T A { get; } public U B { get; } }"],
        ["ConstraintElsewhere"] =
        [
            "namespace Shop; [DomainEvent] public partial class ItemChanged<T> { public T Item { get; } }",
            "namespace Shop; public partial class ItemChanged<T> where T : class;",
        ],
        ["GenericInterface"] = ["namespace Shop; public partial interface I<T, U> { [DomainEvent] public partial class OrderPlaced { public string Id { get; } } }"],
        ["SameNames"] = ["namespace A { [DomainEvent] public partial class OrderPlaced { public string Id { get; } } [DomainEvent(\"x.y\")] public partial class OrderPlaced<T> { public string Id { get; } } } namespace B { public partial class Outer { [DomainEvent(\"x.z\")] public partial class OrderPlaced { public string Id { get; } } } }"],
    };
}
