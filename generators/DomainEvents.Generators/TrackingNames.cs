namespace DomainEvents.Generators;

/// <summary>The names of the pipeline's steps, by which tests see what an edit touched.</summary>
internal static class TrackingNames
{
    public const string Nodes = nameof(Nodes);
    public const string Parts = nameof(Parts);
    public const string Context = nameof(Context);
    public const string Events = nameof(Events);
    public const string Asking = nameof(Asking);
    public const string Questions = nameof(Questions);
    public const string Inquiry = nameof(Inquiry);
    public const string Answers = nameof(Answers);
    public const string AnswerTable = nameof(AnswerTable);
    public const string Joined = nameof(Joined);
    public const string Models = nameof(Models);
    public const string Emitted = nameof(Emitted);
    public const string Files = nameof(Files);
    public const string Constants = nameof(Constants);
}
