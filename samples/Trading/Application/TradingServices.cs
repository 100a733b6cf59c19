using Microsoft.Extensions.DependencyInjection;
using Trading.Domain;
using Trading.Domain.Strategies;

namespace Trading.Application;

/// <summary>Everything that the sample is made of. Each backtest runs in a scope of its own.</summary>
public static class TradingServices
{
    /// <summary>Mistakes in the registration are found when the container is built, not when a handler is first needed.</summary>
    public static ServiceProviderOptions Validation { get; } = new() { ValidateScopes = true, ValidateOnBuild = true };

    public static ServiceProvider Build(TextWriter output) => new ServiceCollection().AddTrading(output).BuildServiceProvider(Validation);

    public static IServiceCollection AddTrading(this IServiceCollection services, TextWriter output)
    {
        services.AddDomainEvents();
        services.AddSingleton(output);
        services.AddSingleton(TradingRules.Standard);
        services.AddScoped<Backtest>();
        services.AddScoped<ITradingStrategy>(_ => new MovingAverageCrossover(fastDays: 50, slowDays: 200));
        services.AddScoped<ITradingStrategy>(_ => new Breakout(entryDays: 55, exitDays: 20));
        services.AddScoped<ITradingStrategy>(_ => new MeanReversion(days: 20, deviations: 2m));
        return services;
    }
}
