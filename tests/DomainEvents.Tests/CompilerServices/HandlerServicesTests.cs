using DomainEvents.CompilerServices;

namespace DomainEvents.Tests.CompilerServices;

/// <summary>How generated calls come by services under a key, from containers that the runtime does not know.</summary>
public sealed class HandlerServicesTests
{
    [Fact]
    public void Service_of_the_key_is_found() =>
        Assert.Equal("eu", HandlerServices.GetKeyed<string, Keyed>(new Keyed(), "eu", static (provider, type, key) => provider.Get(type, key)));

    [Fact]
    public void Service_that_must_be_there_and_is_not_is_named_with_its_key()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() =>
            HandlerServices.GetKeyed<string, Keyed>(new Keyed(), "us", static (provider, type, key) => provider.Get(type, key)));

        Assert.Equal("No service for type 'System.String' has been registered with the key 'us'.", thrown.Message);
    }

    [Fact]
    public void Service_that_must_be_there_and_no_container_at_all_is_an_error() => Assert.Throws<InvalidOperationException>(() =>
        HandlerServices.GetKeyed<string, Keyed>(null, "eu", static (provider, type, key) => provider.Get(type, key)));

    [Fact]
    public void Service_that_may_be_missing_is_null()
    {
        Assert.Null(HandlerServices.FindKeyed<string, Keyed>(new Keyed(), "us", static (provider, type, key) => provider.Get(type, key)));
        Assert.Null(HandlerServices.FindKeyed<string, Keyed>(null, "eu", static (provider, type, key) => provider.Get(type, key)));
    }

    [Fact]
    public void Container_that_knows_no_keys_is_told_with_what_to_do()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() =>
            HandlerServices.FindKeyed<string, Keyed>(new Keyless(), "eu", static (provider, type, key) => provider.Get(type, key)));

        Assert.Contains(typeof(Keyless).ToString(), thrown.Message, StringComparison.Ordinal);
        Assert.Contains("take the service without a key", thrown.Message, StringComparison.Ordinal);
    }

    private sealed class Keyed : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;

        public object? Get(Type type, object key) => type == typeof(string) && key is "eu" ? "eu" : null;
    }

    private sealed class Keyless : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
