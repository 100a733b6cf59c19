using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests;

public class RoslynHostTests
{
    [Fact]
    public void Loaded_compiler_is_the_one_asked_for() => RoslynHost.AssertLoaded();
}
