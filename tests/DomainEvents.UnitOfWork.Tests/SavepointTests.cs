using Microsoft.Data.Sqlite;

namespace DomainEvents.Persistence.UnitsOfWork.Tests;

public sealed class SavepointTests : IDisposable
{
    private readonly NoteDatabase _database = new();
    private readonly Journal _journal = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public void Rolling_back_to_a_savepoint_discards_what_was_raised_since()
    {
        using var work = _database.Begin();
        var notebook = new Notebook(_journal);
        work.Enlist(notebook);
        Act(work, notebook, "a");

        var point = work.Savepoint();
        Act(work, notebook, "b");
        work.Raise(new NoteKept("b2", _journal));
        point.Rollback();
        Act(work, notebook, "c");
        point.Rollback();
        Act(work, notebook, "d");
        work.Commit();

        Assert.Equal(["a", "d"], _database.Notes());
        Assert.Equal(["in a", "in d", "after a", "after d"], _journal.Lines);
        Assert.Empty(_database.Outbox());
        Assert.Empty(notebook.DomainEvents);
    }

    [Fact]
    public async Task Asynchronous_savepoints_do_the_same()
    {
        var token = TestContext.Current.CancellationToken;
        await using var work = _database.Begin();
        var notebook = new Notebook(_journal);
        work.Enlist(notebook);
        var point = await work.SavepointAsync(token);
        Act(work, notebook, "a");
        await point.RollbackAsync(token);
        await point.ReleaseAsync(token);
        Act(work, notebook, "b");
        await work.CommitAsync(token);

        Assert.Equal(["b"], _database.Notes());
        Assert.Equal(["in b", "after b"], _journal.Lines);
        await Assert.ThrowsAsync<InvalidOperationException>(() => point.RollbackAsync(token));
    }

    [Fact]
    public void Object_that_was_enlisted_since_leaves_with_its_events()
    {
        using var work = _database.Begin();
        var point = work.Savepoint();
        var notebook = new Notebook(_journal);
        notebook.Take("a");
        work.Enlist(notebook);
        point.Rollback();
        work.Commit();

        Assert.Empty(_journal.Lines);
        Assert.Single(notebook.DomainEvents);
    }

    [Fact]
    public void Rolling_back_to_an_outer_savepoint_ends_the_inner_one()
    {
        using var work = _database.Begin();
        var outer = work.Savepoint();
        var inner = work.Savepoint();
        outer.Rollback();

        Assert.Throws<InvalidOperationException>(inner.Rollback);
        outer.Release();
        Assert.Throws<InvalidOperationException>(outer.Release);
    }

    [Fact]
    public void Commit_that_a_handler_made_fail_goes_on_from_a_savepoint()
    {
        using var work = _database.Begin();
        var notebook = new Notebook(_journal);
        work.Enlist(notebook);
        Act(work, notebook, "a");
        var point = work.Savepoint();
        Act(work, notebook, "b");
        _journal.OnHandle = (_, text) =>
        {
            _database.Write(work, "by handler of " + text);
            if (text == "b")
            {
                throw new FormatException("bad");
            }
        };
        Assert.Throws<DomainEventHandlingException>(work.Commit);

        point.Rollback();
        _journal.OnHandle = null;
        work.Commit();

        // The first run of its handler was undone in the database with everything after the savepoint.
        Assert.Equal(["a"], _database.Notes());
        Assert.Equal(["in a", "in b", "in a", "after a"], _journal.Lines);
    }

    [Fact]
    public void Messages_that_a_refused_commit_wrote_are_written_again_after_a_savepoint_has_undone_them()
    {
        using var work = _database.Begin();
        var notebook = new Notebook(_journal);
        work.Enlist(notebook);
        notebook.Keep("a");
        var point = work.Savepoint();
        _database.BreakCommit(work);
        Assert.Throws<SqliteException>(work.Commit);

        point.Rollback();
        work.Commit();

        Assert.Equal(["a"], _database.Outbox());
        Assert.Empty(notebook.DomainEvents);
    }

    [Fact]
    public void Handler_of_the_transaction_undoes_its_own_work_and_not_that_of_others()
    {
        using var work = _database.Begin();
        var notebook = new Notebook(_journal);
        work.Enlist(notebook);
        Act(work, notebook, "a");
        var before = work.Savepoint();
        ISavepoint? own = null;
        _journal.OnHandle = (phase, text) =>
        {
            if (phase == "in" && text == "a")
            {
                own = work.Savepoint();
                Act(work, notebook, "b");
                own.Rollback();
                Assert.Throws<InvalidOperationException>(before.Rollback);
            }
        };

        work.Commit();

        Assert.Equal(["a"], _database.Notes());
        Assert.Equal(["in a", "after a"], _journal.Lines);
        Assert.Throws<InvalidOperationException>(own!.Rollback);
    }

    private void Act(UnitOfWork work, Notebook notebook, string text)
    {
        _database.Write(work, text);
        notebook.Take(text);
    }
}
