using DomainEvents.Persistence;
using Microsoft.Data.Sqlite;
using Trading.Domain;
using Trading.Domain.Events;
using Trading.Market;

namespace Trading.Storage;

/// <summary>
/// The days, positions and trades in an SQLite file. Each day is one transaction: its trades, what the accounts hold after it, and a durable
/// event for each trade. A backtest that finds days in its file plays them again from the prices, which brings back what the strategies
/// remember, compares what comes of it with the file, and writes from the first new day on.
/// </summary>
public sealed class Ledger : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Statements _statements;
    private readonly UnitOfWorkFactory _units;
    private readonly string _file;
    private readonly Dictionary<string, (long Units, decimal Cash, bool IsStopped, int Trades)> _written = [];
    private int _played;

    public Ledger(string file, UnitOfWorkFactory units)
    {
        _file = file;
        _units = units;
        _connection = LedgerFile.Open(file);
        LedgerFile.CreateTables(_connection);
        _statements = new Statements(_connection);
        DaysAtStart = DaysWritten = (int)_statements.Read(null, "select days from progress");
    }

    /// <summary>How many days the file held when it was opened.</summary>
    public int DaysAtStart { get; }

    /// <summary>How many days it holds now.</summary>
    public int DaysWritten { get; private set; }

    /// <summary>Trades that were confirmed: as many as there are trades, once the outbox is empty.</summary>
    public int Confirmations => (int)_statements.Read(null, "select count(*) from confirmation");

    /// <summary>A day was played. New days are written; days that are in the file are not written again.</summary>
    /// <exception cref="LedgerException">The file holds something else, or another process writes to it.</exception>
    public void Close(PriceBar day, IReadOnlyList<Account> accounts)
    {
        if (++_played > DaysWritten)
        {
            Write(day, accounts);
        }
        else if (_played == DaysWritten)
        {
            Compare(day, accounts);
        }
    }

    public void Dispose()
    {
        _statements.Dispose();
        _connection.Dispose();
    }

    private void Write(PriceBar day, IReadOnlyList<Account> accounts)
    {
        using IUnitOfWork work = _units.Begin(_connection);
        var transaction = (SqliteTransaction)work.Transaction;
        if (_statements.Execute(
                transaction, "update progress set days = @0, day = @1 where days = @2", _played, day.Date, DaysWritten) == 0)
        {
            throw new LedgerException($"another process goes on with '{_file}': wait until it has ended");
        }

        foreach (Account account in accounts)
        {
            Write(work, account);
        }

        work.Commit();
        DaysWritten = _played;
    }

    /// <summary>Most days an account neither buys nor sells: nothing is written then.</summary>
    private void Write(IUnitOfWork work, Account account)
    {
        var transaction = (SqliteTransaction)work.Transaction;
        bool isKnown = _written.TryGetValue(account.StrategyId, out var written);
        var now = (Units: account.Position?.Units ?? 0, Cash: account.Cash.Amount, account.IsStopped, Trades: account.Trades.Count);
        if (isKnown && written == now)
        {
            return;
        }

        WriteTrades(work, account, isKnown ? written.Trades : CountTrades(account, transaction));
        _statements.Execute(
            transaction,
            "insert into position values (@0, @1, @2, @3) on conflict (strategy_id) do update set units = @1, cash = @2, is_stopped = @3",
            account.StrategyId,
            now.Units,
            now.Cash,
            now.IsStopped);
        _written[account.StrategyId] = now;
    }

    private void WriteTrades(IUnitOfWork work, Account account, int written)
    {
        var transaction = (SqliteTransaction)work.Transaction;
        for (int number = written + 1; number <= account.Trades.Count; number++)
        {
            Trade trade = account.Trades[number - 1];
            _statements.Execute(
                transaction,
                "insert into trade values (@0, @1, @2, @3, @4, @5, @6, @7)",
                account.StrategyId,
                number,
                trade.Position.OpenedOn,
                trade.ClosedOn,
                trade.Position.Units,
                trade.Position.EntryPrice,
                trade.ExitPrice,
                trade.Profit.Amount);

            // In the order of its strategy's trades: the number of the trade is the version of the stream.
            work.Raise(
                new TradeBooked(account.StrategyId, number, trade.ClosedOn, trade.Position.Units, trade.ExitPrice, trade.Profit.Amount),
                new StreamRef(account.StrategyId, number));
        }
    }

    private void Compare(PriceBar day, IReadOnlyList<Account> accounts)
    {
        bool isSame = _statements.Read(null, "select count(*) from progress where day = @0", day.Date) == 1 && accounts.All(IsSame);
        if (!isSame)
        {
            throw new LedgerException($"'{_file}' holds a backtest of other prices or other rules: name another file");
        }
    }

    private bool IsSame(Account account)
    {
        using SqliteDataReader reader = _statements.Query(
            "select units, cash, is_stopped from position where strategy_id = @0", account.StrategyId);
        return reader.Read()
            && reader.GetInt64(0) == (account.Position?.Units ?? 0)
            && reader.GetDecimal(1) == account.Cash.Amount
            && reader.GetBoolean(2) == account.IsStopped
            && CountTrades(account, null) == account.Trades.Count;
    }

    private int CountTrades(Account account, SqliteTransaction? transaction) =>
        (int)_statements.Read(transaction, "select count(*) from trade where strategy_id = @0", account.StrategyId);
}
