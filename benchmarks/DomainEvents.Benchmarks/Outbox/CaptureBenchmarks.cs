using BenchmarkDotNet.Attributes;
using DomainEvents.Persistence;
using Microsoft.EntityFrameworkCore;

namespace DomainEvents.Benchmarks.Outbox;

/// <summary>Reads an entity, changes it and saves it: as it is, with a second row of the application's own, and with a durable event.</summary>
[MemoryDiagnoser]
public class CaptureBenchmarks
{
    private OutboxFile _file = null!;
    private DbContextOptions<BankContext> _plain = null!;
    private DbContextOptions<BankContext> _capturing = null!;
    private int _number;

    [GlobalSetup]
    public void Open()
    {
        _file = new OutboxFile();
        _file.Execute("create table note (id text primary key, data blob not null)");
        var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
        _plain = new DbContextOptionsBuilder<BankContext>().UseSqlite(_file.Connection).Options;
        _capturing = new DbContextOptionsBuilder<BankContext>().UseSqlite(_file.Connection).UseDomainEvents(publisher).Options;
    }

    [GlobalCleanup]
    public void Close() => _file.Dispose();

    [Benchmark]
    public int Without_events() => Save(_plain, static (_, account) => account.Balance++);

    /// <summary>What an event costs at least: one more row in the same save.</summary>
    [Benchmark(Baseline = true)]
    public int Second_row_by_hand() => Save(_plain, static (context, account) =>
    {
        account.Balance++;
        context.Add(new Note { Id = Guid.CreateVersion7().ToString(), Data = new byte[512] });
    });

    [Benchmark]
    public int Capturing_and_no_event() => Save(_capturing, static (_, account) => account.Balance++);

    [Benchmark]
    public int Capturing_a_durable_event() => Save(_capturing, static (_, account) => account.Pay());

    private int Save(DbContextOptions<BankContext> options, Action<BankContext, PayingAccount> change)
    {
        using var context = new BankContext(options);
        change(context, context.Accounts.Single());
        _number += context.SaveChanges();
        return _number;
    }

    public sealed class PayingAccount : AggregateRoot
    {
        public string Id { get; private set; } = "";

        public long Balance { get; set; }

        public long Version { get; private set; }

        public void Pay()
        {
            Balance++;
            Version++;
            Raise(Paid.Create());
        }
    }

    public sealed class Note
    {
        public string Id { get; init; } = "";

        public byte[] Data { get; init; } = [];
    }

    public sealed class BankContext(DbContextOptions<BankContext> options) : DbContext(options)
    {
        public DbSet<PayingAccount> Accounts => Set<PayingAccount>();

        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.Entity<PayingAccount>(account =>
            {
                account.ToTable("account");
                account.Property(row => row.Id).HasColumnName("id");
                account.Property(row => row.Balance).HasColumnName("balance");
                account.Property(row => row.Version).HasColumnName("version").IsConcurrencyToken();
            });
            modelBuilder.Entity<Note>().ToTable("note");
            modelBuilder.AddOutbox();
        }
    }
}
