// Abstract
Shop.OrderEvent`0 class: (no event type) v1
  constructor: protected(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Keep, version Keep

// AbstractWithName
Shop.OrderEvent`0 record: order.changed v1
  constructor: protected(string id Required)
  identity: IDomainEvent, index None, id Generate, time Generate, type Generate, version Generate

// AccessibilityPlain
Shop.OrderPlaced`0 class: order.placed v1
  constructor: protected internal(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// Aliases
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(S b Required, T c Required, N a? None)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// AllowBlank
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string a NotNull, int c None, string? b? None)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// Arrays
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string[] a Required, int?[][,] c Required, string?[] d Required, int[]? b? None)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// BaseAbstractMembers
Shop.OrderPlaced`0 record: order.placed v1
  constructor: public(string id Required)
  identity: index None, id Override, time Override, type Override, version Override

// BaseHasLookalikes
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required)
  identity: IDomainEvent, index None, id Reimplement, time Generate, type Generate, version Reimplement

// BaseImplements
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required)
  identity: IDomainEvent, index None, id Keep, time Keep, type Override, version Generate

// BaseImplementsByInterface
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required)
  identity: IDomainEvent, index None, id Keep, time Keep, type Generate, version Generate

// BaseImplementsExplicitly
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required)
  identity: IDomainEvent, index None, id Keep, time Keep, type Generate, version Generate

// BaseImplementsFixed
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required)
  identity: IDomainEvent, index None, id Keep, time Keep, type Reimplement, version Reimplement

// BaseOwnConstructor
Shop.OrderEvent`0 class: order.changed v1
  constructor: none
  identity: DomainEvent, index None, id Keep, time Keep, type Override, version Override
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string identifier None -> base identifier, int count None)
  identity: index Body, id Keep, time Keep, type Override, version Override, hides constants

// BaseWithoutConstructor
Shop.OrderPlaced`0 class: order.placed v1
  constructor: none
  identity: IDomainEvent, index None, id Generate, time Generate, type Generate, version Generate

// BlockNamespaces
A.B.C.OrderPlaced`0 class: order.placed v1
  constructor: public(StringBuilder text Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// Class
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required, Uri link Required, int? count? None)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// ClassFromPositional
Shop.OrderEvent`0 record: (no event type) v1
  constructor: none
  identity: IDomainEvent, index None, id Generate, time Generate, type Generate, version Generate
  properties: Guid OrderId Required, string Name Required
Shop.OrderPlaced`0 record: order.placed v1
  constructor: public(global::System.Guid orderId None -> base OrderId, string name None -> base Name, decimal total None)
  identity: index None, id Keep, time Keep, type Override, version Override

// ConditionalMembers
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required, System . Collections . Generic . List < string > lines Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// ConstantName
Shop.Foo`0 class: order.placed v3
  constructor: internal(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// ConstraintElsewhere
Shop.ItemChanged`1 class: item.changed v1
  constructor: public(T item Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// Containers
Shop.A`0+B`1+C`0+I`0+OrderPlaced`0 class: order.placed v1
  constructor: public(T item None, Inner? other? None)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// CopyTrap
Shop.OrderPlaced`0 record: order.placed v1
  constructor: none
  identity: IDomainEvent, index None, id Generate, time Generate, type Generate, version Generate

// CopyTrapByAlias
Shop.OrderPlaced`0 record: order.placed v1
  constructor: none
  identity: IDomainEvent, index None, id Generate, time Generate, type Generate, version Generate

// Documented
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// DomainEventWritten
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required)
  identity: index Body, id Keep, time Keep, type Override, version Override

// Dynamic
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(dynamic a RequiredObject, List<dynamic> c Required, dynamic? b? None)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// EmptyClass
Shop.SystemStarted`0 class: system.started v1
  constructor: public()
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// EmptyRecord
Shop.SystemStarted`0 record: system.started v1
  constructor: none
  identity: IDomainEvent, index None, id Generate, time Generate, type Generate, version Generate

// EqualNames
Shop.OrderPlaced`0 class: order.placed v1
  constructor: none
  identity: DomainEvent, index None, id Keep, time Keep, type Override, version Override

// EventFromEvent
Shop.OrderEvent`0 class: (no event type) v1
  constructor: protected(string orderId Required, string? note? None)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Keep, version Keep
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string orderId None -> base orderId, decimal total None, string? note? None -> base note, Uri? link? None)
  identity: index Body, id Keep, time Keep, type Override, version Override

// EventFromEventElsewhere
Core.OrderEvent`0 record: order.changed v1
  constructor: public(StringBuilder text Required)
  identity: IDomainEvent, index None, id Generate, time Generate, type Generate, version Generate
Shop.OrderPlaced`0 record: order.placed v1
  constructor: public(global::System.Text.StringBuilder text None -> base text, decimal total None)
  identity: index None, id Keep, time Keep, type Override, version Override, hides constants

// EventTypeDeclared
Shop.OrderPlaced`0 record: order.placed v1
  constructor: none
  identity: IDomainEvent, index None, id Generate, time Generate, type Keep, version Generate, declares constants

// EventTypeOverridden
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public()
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Keep, version Override

// ExplicitMember
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required)
  identity: IDomainEvent, index None, id Keep, time Generate, type Generate, version Generate

// External
Shop.Foo`0 class: urn:Partner/Order-Placed v1
  constructor: public(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// FileAlias
Shop.Foo`0 class: order.placed v1
  constructor: public(string id NotNull)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// Foreign
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// ForeignMemberAttribute
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required, string name None)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// ForeignNearer
Store.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// ForeignNested
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// GenericBaseEvent
Shop.Changed`1 class: (no event type) v1
  constructor: protected(T item Required, T? old? None)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Keep, version Keep
Shop.ItemChanged`1 class: item.changed v1
  constructor: public(global::System.Collections.Generic.List<U> item None -> base item, global::System.Collections.Generic.List<U>? old? None -> base old)
  identity: index Body, id Keep, time Keep, type Override, version Override
Shop.NameChanged`0 class: name.changed v1
  constructor: public(string item None -> base item, int count None, string? old? None -> base old)
  identity: index Body, id Keep, time Keep, type Override, version Override

// GenericEvent
Shop.ItemChanged`4 class: item.changed v1
  constructor: public(T a None, U b Required, V c Required, W d Required, List<T> g Required, T? e? None, V? f? None)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// GenericInterface
Shop.I`2+OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// GlobalAlias
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id NotNull)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// GlobalNamespace
OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// GlobalTypeAliases
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string b Required, N a? None)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// HiddenGlobalAlias
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(N a Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// IdentityDeclared
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required)
  identity: IDomainEvent, index None, id Keep, time Generate, type Generate, version Generate

// IncludeSettable
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required, int count None)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// InterfaceMembers
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// InterfaceOnly
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// InterfaceWritten
Shop.OrderPlaced`0 record: order.placed v1
  constructor: public(string id Required)
  identity: IDomainEvent, index None, id Generate, time Generate, type Generate, version Generate

// InternalInBase
Shop.OrderEvent`0 class: order.changed v1
  constructor: internal(Secret a Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override
Shop.OrderPlaced`0 class: order.placed v1
  constructor: internal(global::Shop.Secret a None -> base a, string id Required)
  identity: index Body, id Keep, time Keep, type Override, version Override, hides constants

// InternalInInternal
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(Secret a Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// InternalType
Shop.OrderPlaced`0 class: order.placed v1
  constructor: internal(Secret a Required, string b Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// KeywordNames
class.record.event`0 class: a.b v1
  constructor: public(string class Required, int event None, int field None)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// Kinds
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string get Required, string init Required, string privateSet Required, string guarded Required, int secret None)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// NamespaceAlias
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(Guid id NotDefault)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// NestedInEvent
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override
Shop.OrderPlaced`0+LineAdded`0 class: line.added v1
  constructor: public(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// NewMember
Shop.OrderEvent`0 class: (no event type) v1
  constructor: protected(string name Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Keep, version Keep
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string name Required -> base name and Name)
  identity: index Body, id Keep, time Keep, type Override, version Override

// NoConstructor
Shop.OrderPlaced`0 class: order.placed v1
  constructor: none
  identity: DomainEvent, index None, id Keep, time Keep, type Override, version Override

// NotDefault
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(Guid a NotDefault, int d NotDefault, string f NotDefault, Guid? b? NotDefault, Uri? c? None, string? e? None)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// NullableConstraint
Shop.ItemChanged`2 class: item.changed v1
  constructor: public(T a None, U b None)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// NullableLonghand
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string c Required, Nullable<int> a? None, System.Nullable<Guid> b? None)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// NullableRegions
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required oblivious, string name Required, string last Required, string? note? None)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// Override
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string name Required, int count None)
  identity: IDomainEvent, index None, id Generate, time Generate, type Generate, version Generate

// OverrideOfEvent
Shop.OrderEvent`0 class: (no event type) v1
  constructor: protected(string name Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Keep, version Keep
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string name Required -> base name and Name, int count None)
  identity: index Body, id Keep, time Keep, type Override, version Override

// OwnConstructorBeside
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required, int count None)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// OwnConstructorSameSignature
Shop.OrderPlaced`0 class: order.placed v1
  constructor: none
  identity: DomainEvent, index None, id Keep, time Keep, type Override, version Override

// OwnNullable
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(Nullable<int> a Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// OwnTypeInClass
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(OrderPlaced? previous? None)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// ParameterListElsewhere
Shop.OrderPlaced`0 record: order.placed v1
  constructor: none
  identity: IDomainEvent, index None, id Generate, time Generate, type Generate, version Generate
  properties: Lines Lines Required, string Id Required

// PartialProperties
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string get Required, string init Required, string privateSet NotNull, Guid virtual NotDefault, IReadOnlyList<(int Count, string? Name)> lines Required, string class Required, System.Text.StringBuilder text Required, global::System.Text.StringBuilder other Required, string? required? None) sets required
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override
  partial: public string Get { get;  } Required, public string Init { get; init } Required, public required string? Required { get; init } None, public string PrivateSet { get; private set } NotNull, public virtual Guid Virtual { get; init } NotDefault, internal IReadOnlyList<(int Count, string? Name)> Lines { get; init } Required, public string? Settable { get; set } None, public string class { get;  } Required, public System.Text.StringBuilder Text { get; private init } Required, public global::System.Text.StringBuilder Other { get; protected internal init } Required

// PartialPropertiesOfBases
Shop.OrderEvent`0 record: (no event type) v1
  constructor: protected(string id Required, string count Required)
  identity: IDomainEvent, index None, id Generate, time Generate, type Generate, version Generate
  partial: public virtual string Id { get; init } Required, public string Count { get; init } Required
Shop.OrderPaid`0 record: order.paid v1
  constructor: none
  identity: index None, id Keep, time Keep, type Override, version Override
  properties: string Method Required
  partial: public string? Note { get; init } None
Shop.OrderPlaced`0 record: order.placed v1
  constructor: public(string id Required -> base id and Id, string count Required -> base count and Count, string by Required)
  identity: index None, id Keep, time Keep, type Override, version Override
  partial: public sealed override string Id { get; init } Required, public new string Count { get; init } Required, public string By { get;  } Required
Shop.Outer`1+ItemStored`1 class: item.stored v1
  constructor: public(T key Required, TItem item None, dynamic any RequiredObject, TItem? other? None)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override
  partial: public T Key { get; init } Required, public TItem Item { get; init } None, public TItem? Other { get; init } None, public dynamic Any { get; init } RequiredObject

// PartialPropertiesSettableOnly
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public()
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override
  partial: public string Id { get; set } Required, public required int Count { get; set } None

// PlainBase
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required)
  identity: IDomainEvent, index None, id Generate, time Generate, type Generate, version Generate

// PlainBaseWithOneConstructor
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string tenant None -> base tenant, decimal total None, int? priority? None -> base priority)
  identity: IDomainEvent, index None, id Generate, time Generate, type Generate, version Generate

// Pointers
Shop.OrderPlaced`0 class unsafe: order.placed v1
  constructor: public(int* a None, delegate*<int, void> b None, string c Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// PositionalDeclared
Shop.OrderPlaced`0 record: order.placed v1
  constructor: none
  identity: IDomainEvent, index None, id Generate, time Generate, type Generate, version Generate
  properties: string Id Required

// PositionalFromPositional
Shop.OrderEvent`0 record: (no event type) v1
  constructor: none
  identity: IDomainEvent, index None, id Generate, time Generate, type Generate, version Generate
  properties: Guid OrderId Required, string Name Required
Shop.OrderPlaced`0 record: order.placed v1
  constructor: none
  identity: index None, id Keep, time Keep, type Override, version Override
  properties: decimal Total None

// PositionalIdentity
Shop.OrderPlaced`0 record: order.placed v1
  constructor: none
  identity: IDomainEvent, index None, id Keep, time Generate, type Generate, version Generate
  properties: Guid EventId Required, string Id Required

// PositionalRecord
Shop.OrderPlaced`0 record: order.placed v1
  constructor: none
  identity: IDomainEvent, index None, id Generate, time Generate, type Generate, version Generate
  properties: Guid OrderId Required, string Name Required, string? Note None

// PrimaryConstructorClass
Shop.OrderPlaced`0 class: order.placed v1
  constructor: none
  identity: DomainEvent, index None, id Keep, time Keep, type Override, version Override

// PrivateConstantName
Shop.Foo`0 class: order.placed v1
  constructor: public(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// PrivateNested
Shop.A`0+OrderPlaced`0 class: order.placed v1
  constructor: public(Hidden item Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// PrivateType
Shop.OrderPlaced`0 class: order.placed v1
  constructor: private(Secret a Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// PropertyAttributes
Shop.OrderPlaced`0 record: order.placed v1
  constructor: none
  identity: IDomainEvent, index None, id Generate, time Generate, type Generate, version Generate
  properties: [System.Text.Json.Serialization.JsonPropertyName("id")] string Id Required, string Memo NotNull, [NotDefault] Guid Owner NotDefault

// ProtectedType
Shop.OrderPlaced`0 class: order.placed v1
  constructor: private protected(Secret a Required, List<Hidden> b Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// Qualified
Shop.Foo`0 class: order.placed v1
  constructor: public(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// RecordClassKeyword
Shop.OrderPlaced`0 record: order.placed v1
  constructor: public(string id Required)
  identity: IDomainEvent, index None, id Generate, time Generate, type Generate, version Generate

// RecordStructContainer
Shop.A`0+OrderPlaced`0 record: order.placed v1
  constructor: none
  identity: IDomainEvent, index None, id Generate, time Generate, type Generate, version Generate
  properties: string Id Required

// RecordWithoutParameters
Shop.OrderPlaced`0 record: order.placed v1
  constructor: public(string id Required)
  identity: IDomainEvent, index None, id Generate, time Generate, type Generate, version Generate

// RequiredBeside
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required, int count None, int field None) sets required
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// RequiredInBase
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string tag Required, string id Required) sets required
  identity: IDomainEvent, index None, id Generate, time Generate, type Generate, version Generate

// RequiredInBaseEvent
Shop.OrderEvent`0 class: order.changed v1
  constructor: public(string tag Required) sets required
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string tag None -> base tag, string id Required) sets required
  identity: index Body, id Keep, time Keep, type Override, version Override, hides constants

// RequiredInit
Shop.OrderPlaced`0 record: order.placed v1
  constructor: public(string id Required, string? note? None) sets required
  identity: IDomainEvent, index None, id Generate, time Generate, type Generate, version Generate

// RequiredSettableOnly
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public()
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// SameNames
A.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override
A.OrderPlaced`1 class: x.y v1
  constructor: public(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override
B.Outer`0+OrderPlaced`0 class: x.z v1
  constructor: public(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// Settable
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public()
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// SettableBaseEvent
Shop.OrderEvent`0 class: order.changed v1
  constructor: public()
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public()
  identity: index Body, id Keep, time Keep, type Override, version Override, hides constants

// Suffix
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// ThreeLevels
Shop.A`0 class: a.b v1
  constructor: public(string x Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override
Shop.B`0 class: c.d v1
  constructor: public(string x None -> base x, int? y? None)
  identity: index Body, id Keep, time Keep, type Override, version Override, hides constants
Shop.C`0 class: e.f v1
  constructor: public(string x None -> base x, Guid z Required, int? y? None -> base y)
  identity: index Body, id Keep, time Keep, type Override, version Override, hides constants

// TwoAttributesInTwoFiles
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required, string name Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// TwoEventsOneFile
Shop.OrderPaid`0 class: order.paid v1
  constructor: public(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// TwoParts
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(StringBuilder text Required, global::System.UriBuilder link Required, string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// TypeCalledDynamic
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(@dynamic a Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// TypeTarget
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// UnicodeEscapes
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// UsingOfFileType
OrderPlaced`0 class: order.placed v1
  constructor: public(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// ValueTypes
Shop.OrderPlaced`0 class: order.placed v1
  constructor: public(int a None, (int X, string Y) b None, nint c Required, DayOfWeek d Required, DateTimeOffset e Required, System.Collections.Immutable.ImmutableArray<int> g Required, decimal? f? None)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

// VersionSuffix
Shop.OrderPlacedV2`0 class: order.placed v2
  constructor: public(string id Required)
  identity: DomainEvent, index BaseConstructor, id Keep, time Keep, type Override, version Override

