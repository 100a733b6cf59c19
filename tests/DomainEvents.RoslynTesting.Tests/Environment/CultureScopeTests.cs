using System.Globalization;

namespace DomainEvents.RoslynTesting.Tests;

public class CultureScopeTests
{
    [Fact]
    public void Run_body_sees_the_culture_and_the_caller_does_not()
    {
        CultureInfo before = CultureInfo.CurrentCulture;

        Assert.Equal("ıd", CultureScope.Run("tr-TR", static () => "ID".ToLower(CultureInfo.CurrentCulture)));
        Assert.Equal("\u22121", CultureScope.Run("fi-FI", static () => (-1).ToString(CultureInfo.CurrentCulture)));
        Assert.Throws<FormatException>(() => CultureScope.Run<int>("tr-TR", static () => throw new FormatException()));
        Assert.Equal(before, CultureInfo.CurrentCulture);
        Assert.Throws<CultureNotFoundException>(() => CultureScope.Run("xx-none", static () => 0));
    }

    [Fact]
    public void Troublesome_cultures_exist_on_this_machine() =>
        Assert.All(CultureScope.Troublesome, static name => Assert.Equal(name, CultureScope.Run(name, static () => CultureInfo.CurrentCulture.Name)));
}
