namespace DomainEvents.Persistence.Tests.Support;

/// <summary>Answers as a test says, and remembers what it was given, in order.</summary>
internal sealed class ScriptedTransport : IOutboxTransport
{
    private readonly List<string> _sent = [];

    public int? MaxOutstanding { get; init; }

    public TimeSpan? PublishTimeout { get; init; }

    /// <summary>What becomes of a message, by its text. It is confirmed unless the test says otherwise.</summary>
    public Func<string, Task<PublishOutcome>> Answer { get; set; } = _ => Task.FromResult(PublishOutcome.Confirmed);

    public IReadOnlyList<string> Sent
    {
        get
        {
            lock (_sent)
            {
                return [.. _sent];
            }
        }
    }

    public ValueTask<PublishOutcome> PublishAsync(in OutboxMessage message, CancellationToken cancellationToken)
    {
        var text = TestMessages.TextOf(message);
        lock (_sent)
        {
            _sent.Add(text);
        }

        return new ValueTask<PublishOutcome>(Answer(text));
    }

    /// <summary>Answers one text in a way of its own and confirms the others.</summary>
    public void AnswerTo(string text, PublishOutcome outcome) =>
        Answer = sent => Task.FromResult(sent == text ? outcome : PublishOutcome.Confirmed);
}
