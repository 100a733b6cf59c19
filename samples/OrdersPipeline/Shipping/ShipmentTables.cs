using Npgsql;

namespace OrdersPipeline.Shipping;

/// <summary>The application's own table. No key on the order: that none is shipped twice is the inbox's doing, and is to be seen.</summary>
internal static class ShipmentTables
{
    public static async Task CreateAsync(NpgsqlDataSource dataSource)
    {
        await using NpgsqlCommand create = dataSource.CreateCommand(
            "create table if not exists shipment (order_id text not null, article text not null, quantity integer not null)");
        await create.ExecuteNonQueryAsync();
    }
}
