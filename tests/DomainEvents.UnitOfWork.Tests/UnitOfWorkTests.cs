using static DomainEvents.Persistence.UnitsOfWork.Tests.Committing;

namespace DomainEvents.Persistence.UnitsOfWork.Tests;

public sealed class UnitOfWorkTests : IDisposable
{
    private readonly NoteDatabase _database = new();
    private readonly Journal _journal = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Commit_runs_handlers_in_the_transaction_then_commits_then_runs_the_others(bool isAsync)
    {
        using var work = _database.Begin();
        var notebook = new Notebook(_journal);
        work.Enlist(notebook);
        notebook.Take("a");
        work.Raise(new NoteTaken("b", _journal));
        List<int> committed = [];
        _journal.OnHandle = (_, text) =>
        {
            committed.Add(_database.Notes().Count);
            if (work.Transaction.Connection is not null)
            {
                _database.Write(work, text);
            }
        };

        await Commit(work, isAsync);

        Assert.Equal(["in a", "in b", "after a", "after b"], _journal.Lines);
        Assert.Equal([0, 0, 2, 2], committed);
        Assert.Empty(notebook.DomainEvents);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Durable_event_is_written_in_the_transaction_and_not_handled_after_the_commit(bool isAsync)
    {
        using var work = _database.Begin();
        var notebook = new Notebook(_journal);
        work.Enlist(notebook);
        var kept = notebook.Keep("a");
        var woken = 0;
        _database.Signal.Given += () => woken++;

        await Commit(work, isAsync);

        Assert.Equal(["in a"], _journal.Lines);
        Assert.Equal([kept.EventId.ToString()], _database.Read("select id from outbox"));
        Assert.Equal(1, woken);
        Assert.Empty(notebook.DomainEvents);
    }

    [Fact]
    public async Task Rollback_publishes_nothing_and_leaves_events_to_their_object()
    {
        var notebook = new Notebook(_journal);
        await using (var work = _database.Begin())
        {
            work.Enlist(notebook);
            _database.Write(work, "a");
            notebook.Take("a");
            notebook.Keep("b");

            await work.RollbackAsync(Token);
            await work.RollbackAsync(Token);
        }

        Assert.Empty(_journal.Lines);
        Assert.Empty(_database.Notes());
        Assert.Empty(_database.Outbox());
        Assert.Equal(2, notebook.DomainEvents.Count);

        using var next = _database.Begin();
        next.Enlist(notebook);
        next.Commit();

        Assert.Equal(["in a", "in b", "after a"], _journal.Lines);
        Assert.Equal(["b"], _database.Outbox());
    }

    [Fact]
    public void Disposing_without_a_commit_rolls_back_and_publishes_nothing()
    {
        using (var work = _database.Begin())
        {
            _database.Write(work, "a");
            work.Raise(new NoteTaken("a", _journal));
        }

        Assert.Empty(_journal.Lines);
        Assert.Empty(_database.Notes());
    }

    [Fact]
    public void Handlers_in_the_transaction_raise_further_events_which_are_handled_too()
    {
        using var work = _database.Begin();
        var notebook = new Notebook(_journal);
        work.Enlist(notebook);
        _journal.OnHandle = (phase, text) =>
        {
            if (phase == "in" && text.Length < 3)
            {
                notebook.Take(text + "x");
            }
        };
        notebook.Take("a");

        work.Commit();

        Assert.Equal(["in a", "in ax", "in axx", "after a", "after ax", "after axx"], _journal.Lines);
    }

    [Fact]
    public void Handler_in_the_transaction_enlists_an_object_of_its_own()
    {
        using var work = _database.Begin();
        var second = new Notebook(_journal);
        second.Keep("b");
        _journal.OnHandle = (phase, text) =>
        {
            if (phase == "in" && text == "a")
            {
                work.Enlist(second);
            }
        };
        work.Raise(new NoteTaken("a", _journal));

        work.Commit();

        Assert.Equal(["in a", "in b", "after a"], _journal.Lines);
        Assert.Equal(["b"], _database.Outbox());
    }

    [Fact]
    public async Task Asynchronous_handler_runs_after_an_asynchronous_commit()
    {
        await using var work = _database.Begin();
        work.Raise(new NoteMailed(_journal));

        await work.CommitAsync(Token);

        Assert.Equal(["after mail"], _journal.Lines);
    }

    [Fact]
    public void Stream_is_asked_at_the_commit_and_counts_the_events_of_one_version()
    {
        using var work = _database.Begin();
        var notebook = new Notebook(_journal);
        var version = 1L;
        work.Enlist(notebook);
        work.Enlist(notebook, () => new StreamRef("notebook-1", version));
        notebook.Keep("a");
        notebook.Keep("b");
        version = 7;

        work.Commit();

        var expected = new StreamRef("notebook-1", 7);
        Assert.Equal(
            [$"notebook-1/{expected.SequenceOf(0)}", $"notebook-1/{expected.SequenceOf(1)}"],
            _database.Read("select stream_id || '/' || stream_seq from outbox order by rowid"));
    }

    [Fact]
    public void Object_that_raises_after_the_commit_keeps_its_event_for_the_next_unit_of_work()
    {
        var notebook = new Notebook(_journal);
        _journal.OnHandle = (phase, text) =>
        {
            if (phase == "after" && text == "a")
            {
                notebook.Take("b");
            }
        };
        using (var work = _database.Begin())
        {
            work.Enlist(notebook);
            notebook.Take("a");
            work.Commit();
            Assert.Throws<InvalidOperationException>(() => work.Enlist(notebook));
        }

        Assert.Single(notebook.DomainEvents);
    }

    [Fact]
    public void Transaction_of_the_callers_is_committed_by_the_unit_of_work_and_left_to_the_caller()
    {
        using (var transaction = _database.Connection.BeginTransaction())
        {
            using var work = new UnitOfWork(transaction, _database.Publisher);
            _database.Write(work, "a");
            work.Raise(new NoteTaken("a", _journal));
            work.Commit();
        }

        Assert.Equal(["a"], _database.Notes());
        Assert.Equal(["in a", "after a"], _journal.Lines);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Connection_that_was_closed_is_opened_and_closed_again(bool isAsync)
    {
        _database.Connection.Close();
        var work = isAsync ? await UnitOfWork.BeginAsync(_database.Connection, _database.Publisher, null, Token) : _database.Begin();
        Assert.Equal(System.Data.ConnectionState.Open, _database.Connection.State);

        await Commit(work, isAsync);
        await work.DisposeAsync();
        work.Dispose();

        Assert.Equal(System.Data.ConnectionState.Closed, _database.Connection.State);
        Assert.Throws<ObjectDisposedException>(work.Commit);
    }
}
