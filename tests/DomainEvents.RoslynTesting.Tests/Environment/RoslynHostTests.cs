namespace DomainEvents.RoslynTesting.Tests;

public class RoslynHostTests
{
    [Fact]
    public void Loaded_compiler_is_the_one_asked_for() => RoslynHost.AssertLoaded();

    [Fact]
    public void Another_compiler_than_asked_for_is_red() =>
        Assert.Throws<RoslynTestException>(() => RoslynHost.AssertSame(new Version(5, 12, 0), new Version(4, 14, 0, 0)));
}
