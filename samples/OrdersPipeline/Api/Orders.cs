using DomainEvents.Persistence;
using Npgsql;
using OrdersPipeline.Contracts;

namespace OrdersPipeline.Api;

/// <summary>Writes orders.</summary>
internal sealed class Orders(NpgsqlDataSource dataSource, UnitOfWorkFactory units)
{
    /// <returns>Whether the order is new. A customer who sends it again, having had no answer, orders nothing twice.</returns>
    public async Task<bool> PlaceAsync(OrderRequest request, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using IUnitOfWork work = await units.BeginAsync(connection, cancellationToken: cancellationToken);
        await using var insert = new NpgsqlCommand(
            "insert into placed_order (id, article, quantity) values ($1, $2, $3) on conflict do nothing", connection, (NpgsqlTransaction)work.Transaction);
        insert.Parameters.AddWithValue(request.OrderId!);
        insert.Parameters.AddWithValue(request.Article!);
        insert.Parameters.AddWithValue(request.Quantity);
        if (await insert.ExecuteNonQueryAsync(cancellationToken) == 0)
        {
            return false;
        }

        work.Raise(new OrderPlaced(request.OrderId!, request.Article!, request.Quantity), new StreamRef("order-" + request.OrderId, 1));
        await work.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        await using NpgsqlCommand count = dataSource.CreateCommand("select count(*) from placed_order");
        return (long)(await count.ExecuteScalarAsync(cancellationToken))!;
    }
}
