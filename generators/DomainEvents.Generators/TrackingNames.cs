namespace DomainEvents.Generators;

/// <summary>The names of the pipeline's steps, by which tests see what an edit touched.</summary>
internal static class TrackingNames
{
    // Reading. The first one holds syntax: the driver keeps it anyway, and an unchanged tree gives back the same.
    public const string Trees = nameof(Trees);
    public const string Contents = nameof(Contents);
    public const string Parts = nameof(Parts);
    public const string Rare = nameof(Rare);
    public const string Context = nameof(Context);
    public const string Events = nameof(Events);
    public const string Asking = nameof(Asking);
    public const string Questions = nameof(Questions);
    public const string Stamps = nameof(Stamps);
    public const string Aggregates = nameof(Aggregates);

    // These hold the compilation of the last change of a declaration.
    public const string InquiryInput = nameof(InquiryInput);
    public const string Inquiry = nameof(Inquiry);

    public const string Answers = nameof(Answers);
    public const string AnswerTable = nameof(AnswerTable);
    public const string Joined = nameof(Joined);
    public const string Models = nameof(Models);
    public const string AggregateModels = nameof(AggregateModels);

    // Emission.
    public const string Emitted = nameof(Emitted);
    public const string Files = nameof(Files);
    public const string Constants = nameof(Constants);
}
