using DomainEvents.Guides.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Persistence.EntityFrameworkCore.Tests.Guide;

/// <summary>The guide shows no C# that is not compiled and run here.</summary>
public sealed class GuideTests
{
    [Fact]
    public async Task Guide_does_what_it_says()
    {
        var token = TestContext.Current.CancellationToken;
        var path = Path.Combine(Path.GetTempPath(), $"bank-{Guid.NewGuid():N}.db");
        var services = new ServiceCollection();
        Bank.Describe(services, $"Data Source={path};Pooling=False");

        // The handlers of this project's other tests are checked with those of the guide.
        services.AddSingleton<Journal>();
        services.AddDbContext<ShopContext>(options => options.UseSqlite($"Data Source={path};Pooling=False"));
        await using (var provider = services.BuildServiceProvider(validateScopes: true))
        {
            await using var scope = provider.CreateAsyncScope();
            List<decimal> deposits = [];
            using var subscription = provider.GetRequiredService<IDomainEventSubscriber>().Subscribe<MoneyDeposited>(e => deposits.Add(e.Amount));
            var context = scope.ServiceProvider.GetRequiredService<BankContext>();
            await context.GetService<IRelationalDatabaseCreator>().CreateAsync(token);
            await context.GetService<IRelationalDatabaseCreator>().CreateTablesAsync(token);
            var account = new Account { Id = "1" };
            context.Add(account);

            await Bank.SaveAsync(context, account, token);
            await using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
            var units = scope.ServiceProvider.GetRequiredService<UnitOfWorkFactory>();
            await Bank.WriteAsync(units, connection, account, token);
            await using (var work = await units.BeginAsync(connection, cancellationToken: token))
            {
                await Bank.TryAsync(work, token);
                await work.CommitAsync(token);
            }

            Assert.Equal([10m, 10m], deposits);
            Assert.Equal(20m, (await context.Accounts.AsNoTracking().SingleAsync(token)).Balance);
        }

        File.Delete(path);
    }

    [Fact]
    public void Marked_class_raises_events_and_maps_none_of_them()
    {
        var customer = new Customer { Id = 3 };

        customer.Rename("Ann");

        Assert.Equal(new CustomerRenamed(3, "Ann"), Assert.Single(((IHasDomainEvents)customer).DomainEvents));
        var conventions = SqliteConventionSetBuilder.Build();
        var builder = new ModelBuilder(conventions);
        builder.Entity<Customer>();
        var mapped = Assert.Single(builder.FinalizeModel().GetEntityTypes());
        Assert.Equal(["Id", "Name"], mapped.GetProperties().Select(static property => property.Name));
        Assert.Empty(mapped.GetNavigations());
    }

    [Fact]
    public void Code_blocks_of_the_guide_stand_in_a_compiled_file()
    {
        var blocks = GuideText.BlocksOf("guides/unit-of-work.md").ToArray();

        Assert.NotEmpty(blocks);
        Assert.All(blocks, static block => Assert.True(GuideText.IsCompiledIn("DomainEvents.EntityFrameworkCore.Tests/Guide", block), block));
    }
}
