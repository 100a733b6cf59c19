namespace DomainEvents.Persistence.UnitsOfWork.Tests;

/// <summary>An event that is handled in both phases, by what its journal says.</summary>
[DomainEvent("note.taken")]
public sealed partial class NoteTaken
{
    public string Text { get; }

    public Journal Journal { get; }
}

/// <summary>The same for an event that goes through the outbox.</summary>
[DomainEvent("note.kept", Durable = true)]
public sealed partial class NoteKept
{
    public string Text { get; }

    public Journal Journal { get; }
}

[DomainEvent("note.mailed")]
public sealed partial class NoteMailed
{
    public Journal Journal { get; }
}

/// <summary>What handlers did, and what they are to do.</summary>
public sealed class Journal
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines => _lines;

    /// <summary>Called with the phase and the text.</summary>
    public Action<string, string>? OnHandle { get; set; }

    public void Handle(string phase, string text)
    {
        _lines.Add($"{phase} {text}");
        OnHandle?.Invoke(phase, text);
    }
}

internal static class NoteHandlers
{
    [DomainEventHandler(Phase = HandlerPhase.InTransaction)]
    public static void InTransaction(NoteTaken domainEvent) => domainEvent.Journal.Handle("in", domainEvent.Text);

    [DomainEventHandler]
    public static void AfterCommit(NoteTaken domainEvent) => domainEvent.Journal.Handle("after", domainEvent.Text);

    [DomainEventHandler(Phase = HandlerPhase.InTransaction)]
    public static void InTransaction(NoteKept domainEvent) => domainEvent.Journal.Handle("in", domainEvent.Text);

    [DomainEventHandler]
    public static void AfterCommit(NoteKept domainEvent) => domainEvent.Journal.Handle("after", domainEvent.Text);

    [DomainEventHandler]
    public static Task AfterCommitAsync(NoteMailed domainEvent)
    {
        domainEvent.Journal.Handle("after", "mail");
        return Task.CompletedTask;
    }
}

/// <summary>An aggregate that keeps no version.</summary>
internal sealed class Notebook(Journal journal) : AggregateRoot
{
    public NoteTaken Take(string text)
    {
        var taken = new NoteTaken(text, journal);
        Raise(taken);
        return taken;
    }

    public NoteKept Keep(string text)
    {
        var kept = new NoteKept(text, journal);
        Raise(kept);
        return kept;
    }

    public void Mail() => Raise(new NoteMailed(journal));
}
