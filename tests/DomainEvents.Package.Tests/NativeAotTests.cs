using System.Runtime.InteropServices;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Package.Tests;

/// <summary>The sample NativeAot on the packed packages: published natively without a warning of trimming or AOT, it prints what it prints elsewhere.</summary>
public class NativeAotTests(PackageFixture packages)
{
    private const string Sample = "samples/NativeAot";

    // net9.0: the framework package that publishing for net10.0 needs is not in every registry.
    private const string Properties =
        """
        <TargetFramework>net9.0</TargetFramework><OutputType>Exe</OutputType><RootNamespace>NativeAot</RootNamespace>
        <PublishAot>true</PublishAot><InvariantGlobalization>true</InvariantGlobalization><TrimmerSingleWarn>false</TrimmerSingleWarn>
        """;

    [Fact]
    public async Task Sample_published_natively_without_a_warning_prints_what_it_should()
    {
        Assert.SkipUnless(
            HasLinker() || Environment.GetEnvironmentVariable("CI") == "true",
            "Native AOT was not tested: no linker is installed. Install clang and zlib1g-dev (or their like on this system).");
        await packages.PackAsync("src/DomainEvents.Hosting");
        PackageConsumer consumer = CreateConsumer("NativeAot");

        DotnetResult publish = (await consumer.RunAsync("publish", "-r", RuntimeInformation.RuntimeIdentifier, "-o", "native")).AssertSuccess();
        DotnetResult run = (await consumer.ExecuteNativeAsync("native/NativeAot" + (OperatingSystem.IsWindows() ? ".exe" : ""))).AssertSuccess();

        Assert.DoesNotContain("warning", publish.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(await File.ReadAllTextAsync(packages.SourceFolder(Sample + "/output.txt"), TestContext.Current.CancellationToken), run.Output);
        Assert.False(File.Exists(Path.Combine(consumer.Folder, "native/NativeAot.dll")), "The program is not native.");
    }

    // Elsewhere the linker comes with the platform's developer tools, which PATH does not tell.
    private static bool HasLinker() => !OperatingSystem.IsLinux() || (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Any(static folder => File.Exists(Path.Combine(folder, "clang")) || File.Exists(Path.Combine(folder, "gcc")));

    private PackageConsumer CreateConsumer(string name)
    {
        PackageConsumer consumer = packages.CreateConsumer(name).WithFile(
            "NativeAot.csproj", ConsumerProject.CSharp($"""<PackageReference Include="DomainEvents.Hosting" Version="{packages.Version}" />""", Properties));
        foreach (string file in Directory.EnumerateFiles(packages.SourceFolder(Sample), "*.cs"))
        {
            consumer.WithFile(Path.GetFileName(file), File.ReadAllText(file));
        }

        return consumer;
    }
}
