namespace DomainEvents.Analyzers.Diagnostics;

/// <summary>The ids of the rules. An id is never reused: a suppression must not come to mean another rule.</summary>
internal static class DiagnosticIds
{
    // 10xx: the declaration of an event.
    public const string EventMustBePartial = "DEVT1001";
    public const string NoConstructor = "DEVT1002";
    public const string UnsupportedShape = "DEVT1003";
    public const string WrittenConstructor = "DEVT1004";
    public const string DroppedAttribute = "DEVT1005";
    public const string ForeignAttribute = "DEVT1006";
    public const string ExternAlias = "DEVT1007";
    public const string RuntimeReference = "DEVT1008";
    public const string LanguageVersion = "DEVT1009";
    public const string UnmarkedSubclass = "DEVT1010";
    public const string AggregateMustBePartial = "DEVT1011";

    // 11xx: event types.
    public const string NotPastTense = "DEVT1101";
    public const string MalformedEventType = "DEVT1102";
    public const string DuplicateEventType = "DEVT1103";
    public const string EventTypeLiteral = "DEVT1104";
    public const string EventTypeTypo = "DEVT1105";
    public const string GuessedEventType = "DEVT1106";
    public const string EventTypesClash = "DEVT1107";
    public const string NoEventType = "DEVT1108";

    // 12xx: members of events.
    public const string MutableEvent = "DEVT1201";
    public const string MutableCollection = "DEVT1202";
    public const string UncheckedConstructor = "DEVT1203";
    public const string NotSerializable = "DEVT1204";
    public const string EntityInEvent = "DEVT1205";
    public const string UnguardedInit = "DEVT1206";

    // 13xx: handlers.
    public const string MissingHandler = "DEVT1301";
    public const string DuplicateHandler = "DEVT1302";
    public const string NeverRaised = "DEVT1303";
    public const string AsyncVoidHandler = "DEVT1304";
    public const string BlockingHandler = "DEVT1305";
    public const string SwallowedException = "DEVT1306";
    public const string ExternalCall = "DEVT1307";
    public const string TokenNotForwarded = "DEVT1308";
    public const string EventCycle = "DEVT1310";
    public const string EventFlowHint = "DEVT1311";
    public const string UnreachableHandler = "DEVT1312";
    public const string ThrowingSubscription = "DEVT1313";

    // 14xx: publishing.
    public const string UnobservedPublish = "DEVT1401";
    public const string EarlyPublish = "DEVT1402";
    public const string UncommittedWork = "DEVT1403";
    public const string DurablePublish = "DEVT1404";
    public const string PublishInLoop = "DEVT1405";
    public const string SyncPublish = "DEVT1408";
    public const string UnversionedStream = "DEVT1421";
    public const string BulkChange = "DEVT1422";
    public const string UnretriedTransaction = "DEVT1423";

    // 15xx: subscriptions and pooling.
    public const string IgnoredSubscription = "DEVT1501";
    public const string OutlivingEvent = "DEVT1502";
    public const string WeakClosure = "DEVT1503";
    public const string UndisposedSubscription = "DEVT1504";
    public const string UseAfterReturn = "DEVT1511";
    public const string UnreturnedEvent = "DEVT1512";
    public const string UnpooledEvent = "DEVT1513";

    // 16xx: tests.
    public const string UnassertedTest = "DEVT1601";
    public const string DiscardedWait = "DEVT1602";
    public const string SleepInTest = "DEVT1603";
}
