namespace DomainEvents.Generators.Dispatch;

/// <summary>The tracking names of the build path's steps.</summary>
internal static class DispatchSteps
{
    public const string Candidates = "Dispatch.Candidates";
    public const string Inquiry = "Dispatch.Inquiry";
    public const string IsRoot = "Dispatch.IsRoot";
    public const string Model = "Dispatch.Model";
    public const string Module = "Dispatch.Module";
    public const string Nestings = "Dispatch.Nestings";
    public const string Root = "Dispatch.Root";
    public const string Pipelines = "Dispatch.Pipelines";
    public const string HandledEvents = "Dispatch.HandledEvents";
    public const string Serializers = "Dispatch.Serializers";
    public const string Registration = "Dispatch.Registration";
}
