using FsCheck;
using FsCheck.Fluent;

namespace DomainEvents.Persistence.UnitsOfWork.Tests;

/// <summary>Scripts of commands against a real database, compared with lists that say what must be there. A failure prints script and seed.</summary>
public sealed class UnitOfWorkModelTests(ITestOutputHelper output)
{
    private const int Cases = 1000;
    private const int Commands = 50;

    private enum Step
    {
        Take,
        Keep,
        RaiseTaken,
        RaiseKept,
        SetSavepoint,
        RollBackToSavepoint,
        Commit,
        CommitRefused,
        CommitFailing,
        RollBack,
        Abandon,
    }

    [Fact]
    public void Every_script_publishes_and_stores_exactly_what_it_committed()
    {
        var steps = Gen.Frequency(
            (4, Gen.Constant(Step.Take)),
            (4, Gen.Constant(Step.Keep)),
            (2, Gen.Constant(Step.RaiseTaken)),
            (2, Gen.Constant(Step.RaiseKept)),
            (3, Gen.Constant(Step.SetSavepoint)),
            (3, Gen.Constant(Step.RollBackToSavepoint)),
            (3, Gen.Constant(Step.Commit)),
            (2, Gen.Constant(Step.CommitRefused)),
            (1, Gen.Constant(Step.CommitFailing)),
            (1, Gen.Constant(Step.RollBack)),
            (1, Gen.Constant(Step.Abandon)));
        var seed = Environment.GetEnvironmentVariable("MODEL_SEED") is { } text ? ulong.Parse(text) : (ulong)Random.Shared.NextInt64();
        output.WriteLine($"MODEL_SEED={seed}, {Cases} cases of {Commands} commands");

        var runs = 0;
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(seed, 1),
            Prop.ForAll(Arb.From(steps.ListOf(Commands), ArbMap.Default.ArbFor<List<Step>>().Shrinker), script =>
            {
                runs++;
                using var run = new ModelRun();
                foreach (var step in script)
                {
                    run.Do(step);
                }

                run.Commit();
            }));
        Assert.True(runs >= Cases);
    }

    /// <summary>The unit of work, and beside it the model: what waits, what a savepoint remembers, what is committed, all in order.</summary>
    private sealed class ModelRun : IDisposable
    {
        private readonly NoteDatabase _database = new();
        private readonly Journal _journal = new();
        private readonly Notebook _notebook;
        private readonly Stack<(ISavepoint Point, int OnNotebook, int OnWork, int Handled)> _points = new();
        private readonly List<string> _onNotebook = [];
        private readonly List<string> _onWork = [];
        private readonly List<string> _handled = [];
        private readonly List<string> _published = [];
        private readonly List<string> _stored = [];
        private UnitOfWork _work;
        private bool _fails;
        private int _count;

        public ModelRun()
        {
            _notebook = new Notebook(_journal);
            _journal.OnHandle = (phase, _) =>
            {
                if (_fails && phase == "in")
                {
                    throw new FormatException("bad");
                }
            };
            _work = Begin();
        }

        public void Do(Step step)
        {
            switch (step)
            {
                case Step.Take:
                    Take();
                    break;
                case Step.Keep:
                    _onNotebook.Add(_notebook.Keep($"k{_count++}").Text);
                    break;
                case Step.RaiseTaken:
                    _onWork.Add($"t{_count}");
                    _work.Raise(new NoteTaken($"t{_count++}", _journal));
                    break;
                case Step.RaiseKept:
                    _onWork.Add($"k{_count}");
                    _work.Raise(new NoteKept($"k{_count++}", _journal));
                    break;
                case Step.SetSavepoint:
                    _points.Push((_work.Savepoint(), _onNotebook.Count, _onWork.Count, _handled.Count));
                    break;
                case Step.RollBackToSavepoint when _points.TryPop(out var saved):
                    saved.Point.Rollback();
                    saved.Point.Release();
                    Shorten(_onNotebook, saved.OnNotebook);
                    Shorten(_onWork, saved.OnWork);
                    Shorten(_handled, saved.Handled);
                    break;
                case Step.Commit:
                    Commit();
                    break;
                case Step.CommitRefused:
                    _database.BreakCommit(_work, _count);
                    Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(_work.Commit);
                    Handle();
                    _database.MendCommit(_work, _count++);
                    break;
                case Step.CommitFailing:
                    Take();
                    _fails = true;
                    Assert.Throws<DomainEventHandlingException>(_work.Commit);
                    _fails = false;
                    Restart();
                    break;
                case Step.RollBack:
                    _work.Rollback();
                    Restart();
                    break;
                case Step.Abandon:
                    Restart();
                    break;
            }
        }

        public void Commit()
        {
            _work.Commit();
            Handle();
            _published.AddRange(_handled.Where(static text => text[0] == 't'));
            _stored.AddRange(_handled.Where(static text => text[0] == 'k'));

            Assert.Equal(_published, _journal.Lines.Where(static line => line.StartsWith("after", StringComparison.Ordinal)).Select(static line => line[6..]));
            Assert.Equal(_stored, _database.Outbox());
            Assert.Empty(_notebook.DomainEvents);
            _onNotebook.Clear();
            Restart();
        }

        public void Dispose()
        {
            _work.Dispose();
            _database.Dispose();
        }

        private static void Shorten(List<string> list, int count) => list.RemoveRange(count, list.Count - count);

        private void Take() => _onNotebook.Add(_notebook.Take($"t{_count++}").Text);

        /// <summary>What a commit finds is handled once in its transaction, whether the database takes it or not.</summary>
        private void Handle() => _handled.AddRange(_onNotebook.Concat(_onWork).Except(_handled).ToArray());

        private void Restart()
        {
            _work.Dispose();
            _points.Clear();
            _onWork.Clear();
            _handled.Clear();
            _work = Begin();
        }

        private UnitOfWork Begin()
        {
            var work = _database.Begin();
            work.Enlist(_notebook);
            return work;
        }
    }
}
