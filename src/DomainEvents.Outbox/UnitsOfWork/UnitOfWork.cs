using System.Data;
using System.Data.Common;
using DomainEvents.Persistence.UnitsOfWork;

namespace DomainEvents.Persistence;

/// <summary>A unit of work over an ADO.NET transaction, for those who write their SQL themselves or with a thin layer over it.</summary>
public sealed partial class UnitOfWork : IUnitOfWork
{
    private readonly DbTransaction _transaction;
    private readonly DomainEventPublisher _publisher;
    private readonly OutboxWriter? _outbox;
    private readonly IServiceProvider? _services;
    private readonly Func<IDomainEvent, bool> _isDurable;
    private readonly EventLedger _ledger = new();
    private readonly List<EnlistedSource> _sources = [];
    private readonly Dictionary<DomainEventBuffer, int> _places = [];
    private readonly DomainEventBuffer _raised = new();
    private readonly Dictionary<IDomainEvent, StreamRef> _raisedStreams = new(ReferenceEqualityComparer.Instance);

    private UnitOfWorkState _state;
    private bool _ownsTransaction;
    private DbConnection? _openedConnection;

    /// <summary>
    /// Takes a transaction over that the caller has begun. Commit and roll back only through the unit of work; to dispose of the transaction
    /// remains the caller's task.
    /// </summary>
    /// <param name="transaction">The transaction.</param>
    /// <param name="publisher">Calls the handlers.</param>
    /// <param name="options">The outbox and the scope; <see langword="null"/> for neither. Its isolation level has no meaning here.</param>
    public UnitOfWork(DbTransaction transaction, DomainEventPublisher publisher, UnitOfWorkOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        ArgumentNullException.ThrowIfNull(publisher);
        _transaction = transaction;
        _publisher = publisher;
        options ??= new UnitOfWorkOptions();
        _outbox = options.Outbox;
        _services = options.Services;
        _isDurable = options.IsDurable;
    }

    /// <inheritdoc />
    public DbTransaction Transaction => _transaction;

    internal bool IsDone => _state is UnitOfWorkState.Committed or UnitOfWorkState.RolledBack or UnitOfWorkState.Disposed;

    /// <summary>Begins a transaction. A connection that is closed is opened, and closed again in the end.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="publisher">Calls the handlers.</param>
    /// <param name="options">The outbox, the scope and the isolation level; <see langword="null"/> for neither.</param>
    /// <returns>Dispose it: what was not committed is rolled back then.</returns>
    public static UnitOfWork Begin(DbConnection connection, DomainEventPublisher publisher, UnitOfWorkOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(publisher);
        var opens = connection.State == ConnectionState.Closed;
        if (opens)
        {
            connection.Open();
        }

        try
        {
            return Own(connection.BeginTransaction(LevelOf(options)), publisher, options, opens ? connection : null);
        }
        catch when (opens)
        {
            connection.Close();
            throw;
        }
    }

    /// <inheritdoc cref="Begin" />
    /// <param name="connection">The connection.</param>
    /// <param name="publisher">Calls the handlers.</param>
    /// <param name="options">The outbox, the scope and the isolation level; <see langword="null"/> for neither.</param>
    /// <param name="cancellationToken">Gives up waiting for the database.</param>
    public static async Task<UnitOfWork> BeginAsync(
        DbConnection connection, DomainEventPublisher publisher, UnitOfWorkOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentNullException.ThrowIfNull(publisher);
        var opens = connection.State == ConnectionState.Closed;
        if (opens)
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            var transaction = await connection.BeginTransactionAsync(LevelOf(options), cancellationToken).ConfigureAwait(false);
            return Own(transaction, publisher, options, opens ? connection : null);
        }
        catch when (opens)
        {
            await connection.CloseAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc />
    public void Enlist(IHasDomainEvents root) => EnlistSource(root, null);

    /// <inheritdoc />
    public void Enlist(IHasDomainEvents root, Func<StreamRef> stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        EnlistSource(root, stream);
    }

    /// <inheritdoc />
    public void Raise<TEvent>(TEvent domainEvent, StreamRef stream = default)
        where TEvent : IDomainEvent
    {
        ArgumentNullException.ThrowIfNull(domainEvent);
        ThrowIfDone("raise an event in");
        IsDurable(domainEvent);
        _raised.Raise(domainEvent);
        _raisedStreams[domainEvent] = stream;
    }

    private static IsolationLevel LevelOf(UnitOfWorkOptions? options) => options?.IsolationLevel ?? IsolationLevel.Unspecified;

    private static UnitOfWork Own(
        DbTransaction transaction, DomainEventPublisher publisher, UnitOfWorkOptions? options, DbConnection? openedConnection) =>
        new(transaction, publisher, options) { _ownsTransaction = true, _openedConnection = openedConnection };

    private void EnlistSource(IHasDomainEvents root, Func<StreamRef>? stream)
    {
        ArgumentNullException.ThrowIfNull(root);
        ThrowIfDone("enlist an object in");
        var buffer = root.DomainEvents ?? throw new ArgumentException(
            $"{root.GetType()}.DomainEvents is null. It must return the same buffer every time.", nameof(root));
        if (_places.TryAdd(buffer, _sources.Count))
        {
            _sources.Add(new EnlistedSource(buffer, stream));
        }
        else if (stream is not null)
        {
            _sources[_places[buffer]] = new EnlistedSource(buffer, stream);
        }
    }

    private bool IsDurable(IDomainEvent domainEvent)
    {
        var isDurable = _isDurable(domainEvent);
        return !isDurable || _outbox is not null ? isDurable : throw new InvalidOperationException(
            $"The event '{domainEvent.EventType}' is durable, and this unit of work has no outbox to write it to. Set "
            + "UnitOfWorkOptions.Outbox, or call services.AddOutbox(...) where the container makes the unit of work. Nothing was committed.");
    }

    private void ThrowIfDone(string action)
    {
        ObjectDisposedException.ThrowIf(_state == UnitOfWorkState.Disposed, this);
        if (IsDone)
        {
            throw new InvalidOperationException(
                $"Cannot {action} a unit of work that has {(_state == UnitOfWorkState.Committed ? "committed" : "been rolled back")}. Begin another.");
        }
    }
}
