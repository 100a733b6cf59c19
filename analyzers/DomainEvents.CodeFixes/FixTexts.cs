using System.Globalization;
using System.Resources;

namespace DomainEvents.CodeFixes;

/// <summary>The titles of the fixes, in the language of the editor's user.</summary>
internal static class FixTexts
{
    internal static readonly ResourceManager Manager = new("DomainEvents.CodeFixes.Resources.FixTexts", typeof(FixTexts).Assembly);

    public static string MakePartial => Get(nameof(MakePartial));

    public static string DeleteConstructor => Get(nameof(DeleteConstructor));

    public static string KeepConstructor => Get(nameof(KeepConstructor));

    public static string MakeGetOnly => Get(nameof(MakeGetOnly));

    public static string MakePropertyPartial => Get(nameof(MakePropertyPartial));

    public static string MarkAsEvent => Get(nameof(MarkAsEvent));

    public static string WriteEventType(string eventType) => Get(nameof(WriteEventType), eventType);

    public static string WriteConstructor(string baseConstructor) => Get(nameof(WriteConstructor), baseConstructor);

    public static string UseEventTypeConstant(string constant) => Get(nameof(UseEventTypeConstant), constant);

    public static string RenameEvent(string name) => Get(nameof(RenameEvent), name);

    public static string WriteHandler(string name) => Get(nameof(WriteHandler), name);

    public static string MarkExternal => Get(nameof(MarkExternal));

    public static string ReturnTask => Get(nameof(ReturnTask));

    public static string HandleAsynchronously => Get(nameof(HandleAsynchronously));

    public static string Await => Get(nameof(Await));

    public static string PublishAsync => Get(nameof(PublishAsync));

    public static string Rethrow => Get(nameof(Rethrow));

    public static string KeepSubscription => Get(nameof(KeepSubscription));

    public static string OwnSubscription => Get(nameof(OwnSubscription));

    public static string WeakSubscription => Get(nameof(WeakSubscription));

    public static string MakeHandlerStatic => Get(nameof(MakeHandlerStatic));

    public static string MakeImmutable => Get(nameof(MakeImmutable));

    public static string InsertGuard(string parameter) => Get(nameof(InsertGuard), parameter);

    public static string DetachEvent => Get(nameof(DetachEvent));

    public static string DisposeSubscription(string member) => Get(nameof(DisposeSubscription), member);

    public static string PassToken(string name) => Get(nameof(PassToken), name);

    public static string RunAfterCommit => Get(nameof(RunAfterCommit));

    public static string NameDelegate(string name) => Get(nameof(NameDelegate), name);

    public static string RaiseInstead => Get(nameof(RaiseInstead));

    public static string PublishAfterCommit => Get(nameof(PublishAfterCommit));

    public static string CommitWork => Get(nameof(CommitWork));

    public static string KeepEvents => Get(nameof(KeepEvents));

    public static string PublishTogether => Get(nameof(PublishTogether));

    public static string BaseToInterface(string name) => Get(nameof(BaseToInterface), name);

    public static string RemoveEventMark => Get(nameof(RemoveEventMark));

    public static string UseCollection(string name) => Get(nameof(UseCollection), name);

    public static string IgnoreValue(string name) => Get(nameof(IgnoreValue), name);

    public static string RemoveValue(string name) => Get(nameof(RemoveValue), name);

    public static string CarryId(string name) => Get(nameof(CarryId), name);

    public static string MakeHandlerAbstract(string name) => Get(nameof(MakeHandlerAbstract), name);

    public static string DetachInstead => Get(nameof(DetachInstead));

    public static string RemoveReturn => Get(nameof(RemoveReturn));

    public static string ReturnRented => Get(nameof(ReturnRented));

    public static string InsertSpy => Get(nameof(InsertSpy));

    public static string WaitForEvent(string name) => Get(nameof(WaitForEvent), name);

    private static string Get(string key, params string[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, Manager.GetString(key) ?? key, arguments);
}
