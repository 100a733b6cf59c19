using static DomainEvents.Persistence.UnitsOfWork.Tests.Committing;

namespace DomainEvents.Persistence.UnitsOfWork.Tests;

public sealed class UnitOfWorkFailureTests : IDisposable
{
    private readonly NoteDatabase _database = new();
    private readonly Journal _journal = new();

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Endless_cascade_is_an_error_that_names_the_events(bool isAsync)
    {
        using var work = _database.Begin();
        _journal.OnHandle = (_, text) => work.Raise(new NoteTaken(text, _journal));
        work.Raise(new NoteTaken("a", _journal));

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Commit(work, isAsync));

        Assert.Contains("After 64 rounds", exception.Message, StringComparison.Ordinal);
        Assert.Contains("note.taken -> note.taken", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_journal.Lines, static line => line.StartsWith("after", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Failing_handler_of_the_transaction_prevents_the_commit_and_every_later_one(bool isAsync)
    {
        var notebook = new Notebook(_journal);
        using (var work = _database.Begin())
        {
            work.Enlist(notebook);
            _database.Write(work, "a");
            notebook.Take("a");
            _journal.OnHandle = (_, _) => throw new FormatException("bad");

            var exception = await Assert.ThrowsAsync<DomainEventHandlingException>(() => Commit(work, isAsync));
            Assert.Equal(HandlerPhase.InTransaction, exception.Phase);

            _journal.OnHandle = null;
            var again = await Assert.ThrowsAsync<InvalidOperationException>(() => Commit(work, isAsync));
            Assert.Contains("Roll back", again.Message, StringComparison.Ordinal);
        }

        Assert.Equal(["in a"], _journal.Lines);
        Assert.Empty(_database.Notes());
        Assert.Single(notebook.DomainEvents);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Commit_that_the_database_refused_is_tried_again_and_publishes_once(bool isAsync)
    {
        using var work = _database.Begin();
        var notebook = new Notebook(_journal);
        work.Enlist(notebook);
        notebook.Take("a");
        notebook.Keep("b");
        _database.BreakCommit(work);

        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => Commit(work, isAsync));
        Assert.Equal(["in a", "in b"], _journal.Lines);
        Assert.Equal(2, notebook.DomainEvents.Count);

        _database.MendCommit(work);
        notebook.Take("c");
        await Commit(work, isAsync);

        Assert.Equal(["in a", "in b", "in c", "after a", "after c"], _journal.Lines);
        Assert.Equal(["b"], _database.Outbox());
        Assert.Empty(notebook.DomainEvents);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Outbox_that_fails_prevents_the_commit_and_keeps_the_events(bool isAsync)
    {
        var notebook = new Notebook(_journal);
        using (var work = _database.Begin())
        {
            work.Enlist(notebook);
            _database.Write(work, "a");
            notebook.Keep("a");
            _database.OutboxFault = new IOException("disk full");

            await Assert.ThrowsAsync<IOException>(() => Commit(work, isAsync));
        }

        Assert.Empty(_database.Notes());
        Assert.Single(notebook.DomainEvents);
        Assert.DoesNotContain("after a", _journal.Lines);
    }

    [Fact]
    public void Event_that_was_committed_once_is_refused_by_the_outbox_and_nothing_else_is_committed()
    {
        var kept = new NoteKept("a", _journal);
        using (var work = _database.Begin())
        {
            work.Raise(kept);
            work.Commit();
        }

        using (var work = _database.Begin())
        {
            _database.Write(work, "b");
            work.Raise(kept);
            Assert.Throws<DuplicateMessageException>(work.Commit);
        }

        Assert.Empty(_database.Notes());
        Assert.Equal(["a"], _database.Outbox());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Failure_after_the_commit_says_so_and_runs_every_other_handler(bool isAsync)
    {
        using var work = _database.Begin();
        _database.Write(work, "a");
        work.Raise(new NoteTaken("a", _journal));
        work.Raise(new NoteTaken("b", _journal));
        _journal.OnHandle = (phase, text) =>
        {
            if (phase == "after" && text == "a")
            {
                throw new FormatException("bad");
            }
        };

        var exception = await Assert.ThrowsAsync<DomainEventHandlingException>(() => Commit(work, isAsync));

        Assert.Equal(HandlerPhase.AfterCommit, exception.Phase);
        Assert.Equal(["a"], _database.Notes());
        Assert.Contains("after b", _journal.Lines);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Commit(work, isAsync));
    }

    [Fact]
    public void Synchronous_commit_refuses_asynchronous_handlers_before_it_commits()
    {
        var notebook = new Notebook(_journal);
        using (var work = _database.Begin())
        {
            work.Enlist(notebook);
            _database.Write(work, "a");
            notebook.Mail();

            Assert.Throws<AsyncHandlersException>(work.Commit);
        }

        Assert.Empty(_database.Notes());
        Assert.Empty(_journal.Lines);
        Assert.Single(notebook.DomainEvents);
    }

    [Fact]
    public async Task Cancellation_before_the_commit_commits_nothing_and_after_it_stops_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        await using var work = _database.Begin();
        _database.Write(work, "a");
        work.Raise(new NoteTaken("a", _journal));
        work.Raise(new NoteTaken("b", _journal));
        _journal.OnHandle = (phase, _) =>
        {
            if (phase == "after")
            {
                cancellation.Cancel();
            }
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work.CommitAsync(new CancellationToken(canceled: true)));
        await work.CommitAsync(cancellation.Token);

        Assert.Equal(["in a", "in b", "after a", "after b"], _journal.Lines);
    }

    [Fact]
    public void Durable_event_without_an_outbox_is_an_error_that_says_what_to_do()
    {
        using var work = UnitOfWork.Begin(_database.Connection, _database.Publisher, NoteDatabase.Options(null));
        var notebook = new Notebook(_journal);
        notebook.Keep("a");
        work.Enlist(notebook);

        var raised = Assert.Throws<InvalidOperationException>(() => work.Raise(new NoteKept("b", _journal)));
        var committed = Assert.Throws<InvalidOperationException>(work.Commit);

        Assert.Contains("'note.kept' is durable", raised.Message, StringComparison.Ordinal);
        Assert.Contains("AddOutbox", committed.Message, StringComparison.Ordinal);
        Assert.Single(notebook.DomainEvents);
    }

    [Fact]
    public void Handler_can_neither_commit_nor_roll_back()
    {
        using var work = _database.Begin();
        List<string> refused = [];
        _journal.OnHandle = (phase, _) =>
        {
            if (phase == "in")
            {
                refused.Add(Assert.Throws<InvalidOperationException>(work.Commit).Message);
                refused.Add(Assert.Throws<InvalidOperationException>(work.Rollback).Message);
            }
        };
        work.Raise(new NoteTaken("a", _journal));

        work.Commit();

        Assert.Equal(2, refused.Count);
        Assert.Equal(["in a", "after a"], _journal.Lines);
    }

    [Fact]
    public void Transaction_that_was_completed_past_its_unit_of_work_is_an_error_and_loses_no_event()
    {
        using var transaction = _database.Connection.BeginTransaction();
        using var work = new UnitOfWork(transaction, _database.Publisher);
        var notebook = new Notebook(_journal);
        work.Enlist(notebook);
        notebook.Take("a");
        transaction.Commit();

        var exception = Assert.Throws<InvalidOperationException>(work.Commit);

        Assert.Contains("past its unit of work", exception.Message, StringComparison.Ordinal);
        Assert.Single(notebook.DomainEvents);
        Assert.Empty(_journal.Lines);
    }
}
