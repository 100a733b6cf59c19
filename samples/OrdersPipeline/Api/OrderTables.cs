using Npgsql;

namespace OrdersPipeline.Api;

/// <summary>The application's own table. The outbox makes its own beside it.</summary>
internal static class OrderTables
{
    public static async Task CreateAsync(NpgsqlDataSource dataSource)
    {
        await using NpgsqlCommand create = dataSource.CreateCommand(
            "create table if not exists placed_order (id text primary key, article text not null, quantity integer not null)");
        await create.ExecuteNonQueryAsync();
    }
}
