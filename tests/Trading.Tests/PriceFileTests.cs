using System.Globalization;
using Trading.Application;
using Trading.Market;

namespace Trading.Tests;

/// <summary>What the price reader takes and how it names what it refuses.</summary>
public sealed class PriceFileTests
{
    private const string GoodLine = "2000-01-03,10.00,12.00,9.00,11.00,500\n";

    [Fact]
    public void Shipped_prices_are_read_whole()
    {
        List<PriceBar> days = [.. PriceFile.Read(CommandLine.DefaultDataFile)];

        Assert.Equal(5_105, days.Count);
        Assert.Equal(new PriceBar(new DateOnly(2000, 1, 3), 1469.25m, 1478.00m, 1438.36m, 1455.22m, 931_800_000), days[0]);
        Assert.Equal(new PriceBar(new DateOnly(2020, 4, 17), 2842.43m, 2879.22m, 2830.88m, 2874.56m, 5_792_140_000), days[^1]);
    }

    [Theory]
    [InlineData("2000-01-04,10,12,9\n", "'2000-01-04,10,12,9' has 4 columns; it must have 6")]
    [InlineData("2000-01-04,10,12,9,11,500,7\n", "has 7 columns; it must have 6")]
    [InlineData("04/01/2000,10,12,9,11,500\n", "'04/01/2000' is no date; dates are written 2000-01-31")]
    [InlineData("2000-02-30,10,12,9,11,500\n", "'2000-02-30' is no date")]
    [InlineData("2000-01-03,10,12,9,11,500\n", "2000-01-03 does not come after 2000-01-03")]
    [InlineData("1999-12-31,10,12,9,11,500\n", "1999-12-31 does not come after 2000-01-03")]
    [InlineData("2000-01-04,ten,12,9,11,500\n", "open 'ten' is no number")]
    [InlineData("2000-01-04,,12,9,11,500\n", "open '' is no number")]
    [InlineData("2000-01-04,10,1e3,9,11,500\n", "high '1e3' is no number")]
    [InlineData("2000-01-04,10,12,-9,11,500\n", "low -9 is not above zero")]
    [InlineData("2000-01-04,10,12,9,0,500\n", "close 0 is not above zero")]
    [InlineData("2000-01-04,10,1000000001,9,11,500\n", "high 1000000001 is too large to be a price")]
    [InlineData("2000-01-04,10,12,0.00001,11,500\n", "low 0.00001 is too small to be a price")]
    [InlineData("2000-01-04,10,9,12,11,500\n", "high 9 is below low 12")]
    [InlineData("2000-01-04,13,12,9,11,500\n", "open 13 is not between low 9 and high 12")]
    [InlineData("2000-01-04,10,12,9,8,500\n", "close 8 is not between low 9 and high 12")]
    [InlineData("2000-01-04,10,12,9,11,-1\n", "volume '-1' is no whole number of zero or more")]
    [InlineData("2000-01-04,10,12,9,11,many\n", "volume 'many' is no whole number of zero or more")]
    public void Bad_line_is_refused_with_its_file_and_number(string line, string problem)
    {
        using var file = new PriceText(PriceText.Header + GoodLine + line);

        var exception = Assert.Throws<PriceFileException>(() => PriceFile.Read(file.Path).Count());

        Assert.StartsWith($"{file.Path}:3: ", exception.Message, StringComparison.Ordinal);
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Line_number_counts_blank_lines()
    {
        using var file = new PriceText(PriceText.Header + GoodLine + "\n\nnonsense\n");

        var exception = Assert.Throws<PriceFileException>(() => PriceFile.Read(file.Path).Count());

        Assert.StartsWith($"{file.Path}:5: ", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("day,price\n2000-01-03,10\n", ":1: the header is 'day,price'; it must be 'date,open,high,low,close,volume'")]
    [InlineData(PriceText.Header, "there are no prices after the header")]
    [InlineData(PriceText.Header + "\n \n", "there are no prices after the header")]
    public void File_without_prices_is_refused(string content, string problem)
    {
        using var file = new PriceText(content);

        var exception = Assert.Throws<PriceFileException>(() => PriceFile.Read(file.Path).Count());

        Assert.StartsWith(file.Path, exception.Message, StringComparison.Ordinal);
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_file_is_named()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "none.csv");

        var exception = Assert.Throws<PriceFileException>(() => PriceFile.Read(path).Count());

        Assert.Equal($"{path}: there is no such file", exception.Message);
    }

    [Fact]
    public void Folder_in_place_of_a_file_is_refused()
    {
        var exception = Assert.Throws<PriceFileException>(() => PriceFile.Read(Path.GetTempPath()).Count());

        Assert.Contains("the file cannot be read", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Carriage_returns_and_byte_order_mark_are_no_matter()
    {
        using var file = new PriceText("\uFEFF" + (PriceText.Header + GoodLine).Replace("\n", "\r\n", StringComparison.Ordinal));

        PriceBar day = Assert.Single(PriceFile.Read(file.Path));

        Assert.Equal(11m, day.Close);
    }

    [Fact]
    public void Decimal_point_is_a_point_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            Assert.Equal(10.5m, PriceLine.Parse("2000-01-03,10.50,12.00,9.00,11.00,500").Open);
            Assert.Throws<FormatException>(() => PriceLine.Parse("2000-01-03,10.50,12.00,9.00,11.00,5.00"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Lines_after_the_last_one_asked_for_are_not_read()
    {
        using var file = new PriceText(PriceText.Header + GoodLine + "nonsense\n");

        Assert.Single(PriceFile.Read(file.Path).Take(1));
    }
}
