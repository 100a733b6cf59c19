namespace OrdersPipeline.Api;

/// <summary>What a customer sends.</summary>
internal sealed record OrderRequest(string? OrderId, string? Article, int Quantity)
{
    /// <summary>What is wrong with it; <see langword="null"/> if nothing is.</summary>
    public string? Problem =>
        string.IsNullOrWhiteSpace(OrderId) ? "orderId is missing"
        : string.IsNullOrWhiteSpace(Article) ? "article is missing"
        : Quantity < 1 ? "quantity must be one or more"
        : null;
}
