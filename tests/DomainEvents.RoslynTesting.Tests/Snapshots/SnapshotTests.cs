using System.Reflection;

namespace DomainEvents.RoslynTesting.Tests;

public sealed class SnapshotTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("snapshots").FullName;

    private string Verified => Path.Combine(_folder, "_snapshots", "SnapshotTests.Known_test#Made.verified.cs");

    private string Received => Verified.Replace(".verified.", ".received.", StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Verify_committed_file_of_this_project_equals_the_output() =>
        Snapshot.Verify(GeneratorRunner.Run(DelegatingGenerator.Adding(("Made.g.cs", "class Made;\n")), TestProject.Create("class C;")));

    [Fact]
    public void Compare_new_or_other_text_is_red_and_is_written_beside()
    {
        Assert.Contains("does not exist", Assert.Single(Snapshot.Compare(Verified, "class A;\n", accept: false)), StringComparison.Ordinal);
        Assert.Equal("class A;\n", File.ReadAllText(Received));
        Assert.False(File.Exists(Verified));

        Write("class A;\nclass B;\n");
        string fault = Assert.Single(Snapshot.Compare(Verified, "class A;\nclass C;\n", accept: false));
        Assert.Contains("  class A;\n- class B;\n+ class C;\n", fault, StringComparison.Ordinal);

        Assert.Empty(Snapshot.Compare(Verified, "class A;\nclass B;\n", accept: false));
        Assert.False(File.Exists(Received));
    }

    [Fact]
    public void Compare_on_request_accepts_without_a_byte_order_mark()
    {
        Assert.Empty(Snapshot.Compare(Verified, "class Ä;\r\n", accept: true));
        Assert.Equal("class Ä;\n"u8.ToArray(), File.ReadAllBytes(Verified));
    }

    [Fact]
    public void Compare_version_and_line_endings_play_no_part()
    {
        Write("[GeneratedCode(\"Tool\", \"{version}\")]\r\nclass A;\r\n");

        Assert.Empty(Snapshot.Compare(Verified, "[GeneratedCode(\"Tool\", \"1.2.3\")]\nclass A;\n", accept: false));
        Assert.NotEmpty(Snapshot.Compare(Verified, "[GeneratedCode(\"Other\", \"1.2.3\")]\nclass A;\n", accept: false));
    }

    [Theory]
    [InlineData("1", null, true)]
    [InlineData("1", "false", true)]
    [InlineData("1", "true", false)]
    [InlineData("1", "True", false)]
    [InlineData(null, null, false)]
    [InlineData("0", null, false)]
    public void MayAccept_only_on_request_and_never_on_a_build_server(string? accept, string? ci, bool expected) =>
        Assert.Equal(expected, Snapshot.MayAccept(name => name == "CI" ? ci : accept));

    [Fact]
    public void Verify_file_that_no_longer_comes_is_red()
    {
        string testFile = Path.Combine(_folder, "SnapshotTests.cs");
        Write("class A;\n");
        GeneratorResult nothing = GeneratorRunner.Run(DelegatingGenerator.Adding(), TestProject.Create("class C;"));

        Assert.Contains("no such file was generated", Assert.Throws<RoslynTestException>(() => Snapshot.Verify(nothing, testFile: testFile, testMethod: "Known_test")).Message, StringComparison.Ordinal);
        Snapshot.Verify(nothing, testFile: testFile, testMethod: "Other_test");
    }

    [Fact]
    public void Inventory_snapshots_of_living_tests_pass()
    {
        Write("class A;\n", $"SnapshotTests.{nameof(Compare_on_request_accepts_without_a_byte_order_mark)}#A.verified.cs");
        Write("class A;\n", $"SnapshotTests.{nameof(MayAccept_only_on_request_and_never_on_a_build_server)}_accept=1_ci=true#A.verified.cs");

        SnapshotInventory.AssertTidy(_folder, Assembly.GetExecutingAssembly());
    }

    [Theory]
    [InlineData("SnapshotTests.Gone_test#A.verified.cs", "belongs to no test")]
    [InlineData("SnapshotTests.Gone_test_a=1#A.verified.cs", "belongs to no test")]
    [InlineData("SnapshotTests.Dispose#A.received.cs", "neither accepted nor refused")]
    public void Inventory_orphan_or_unsettled_text_is_red(string name, string expected)
    {
        Write("class A;\n", name);

        Assert.Contains(expected, Assert.Throws<RoslynTestException>(() => SnapshotInventory.AssertTidy(_folder, Assembly.GetExecutingAssembly())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Inventory_too_many_snapshots_are_red()
    {
        Write("class A;\n", "SnapshotTests.Dispose#A.verified.cs");
        Write("class A;\n", "SnapshotTests.Dispose#B.verified.cs");

        Assert.Contains("2 snapshots are more than 1", Assert.Throws<RoslynTestException>(() => SnapshotInventory.AssertTidy(_folder, Assembly.GetExecutingAssembly(), limit: 1)).Message, StringComparison.Ordinal);
    }

    private void Write(string text, string? name = null)
    {
        string path = name is null ? Verified : Path.Combine(_folder, "_snapshots", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
