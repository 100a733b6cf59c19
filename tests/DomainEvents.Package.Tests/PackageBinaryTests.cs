using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Package.Tests;

/// <summary>What the assemblies in the packages carry and refer to.</summary>
public class PackageBinaryTests(PackageFixture packages)
{
    private const string Runtime = "src/DomainEvents";

    private static readonly Guid s_sourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    public static TheoryData<string> Packages =>
    [
        Runtime, "src/DomainEvents.EntityFrameworkCore", "src/DomainEvents.Hosting", "src/DomainEvents.Outbox", "src/DomainEvents.Outbox.PostgreSql",
        "src/DomainEvents.Outbox.Sqlite", "src/DomainEvents.Outbox.Tool", "src/DomainEvents.RabbitMQ", "src/DomainEvents.Testing",
    ];

    [Fact]
    public async Task Pack_of_the_same_sources_in_another_folder_gives_the_same_bytes()
    {
        byte[] first = await File.ReadAllBytesAsync(await packages.PackAsync(Runtime), TestContext.Current.CancellationToken);
        byte[] second = await File.ReadAllBytesAsync(await packages.PackElsewhereAsync(Runtime), TestContext.Current.CancellationToken);

        Assert.True(first.AsSpan().SequenceEqual(second), $"{Differences(first, second)} differ.");
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public async Task Assembly_carries_its_symbols_which_lead_to_the_sources_and_name_no_folder_of_the_machine(string project)
    {
        await InspectAsync(project, static entry => !entry.EndsWith(".resources.dll", StringComparison.Ordinal) && IsOurs(entry), image =>
        {
            DebugDirectoryEntry symbols = Assert.Single(image.ReadDebugDirectory(), static row => row.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
            using MetadataReaderProvider provider = image.ReadEmbeddedPortablePdbDebugDirectoryData(symbols);
            MetadataReader reader = provider.GetMetadataReader();
            Assert.NotEmpty(reader.Documents);
            Assert.All(reader.Documents, handle => Assert.StartsWith("/_", reader.GetString(reader.GetDocument(handle).Name), StringComparison.Ordinal));
            BlobHandle link = Assert.Single(
                reader.GetCustomDebugInformation(EntityHandle.ModuleDefinition).Select(reader.GetCustomDebugInformation),
                information => reader.GetGuid(information.Kind) == s_sourceLink).Value;
            Assert.Equal(
                "{\"documents\":{\"/_/*\":\"" + PackageFixture.Repository.Replace("github.com", "raw.githubusercontent.com", StringComparison.Ordinal) + $"/{PackageFixture.Commit}/*\"}}}}",
                Encoding.UTF8.GetString(reader.GetBlobBytes(link)));
        });
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public async Task Library_refers_to_no_compiler(string project)
    {
        await InspectAsync(project, static entry => !entry.StartsWith("analyzers/", StringComparison.Ordinal) && IsOurs(entry), static image =>
        {
            MetadataReader reader = image.GetMetadataReader();
            Assert.All(reader.AssemblyReferences, handle =>
            {
                string name = reader.GetString(reader.GetAssemblyReference(handle).Name);
                Assert.DoesNotContain("CodeAnalysis", name, StringComparison.Ordinal);
                Assert.DoesNotContain("Generators", name, StringComparison.Ordinal);
            });
        });
    }

    // The tool brings along what it stands on.
    private static bool IsOurs(string entry) => Path.GetFileName(entry).StartsWith("DomainEvents", StringComparison.Ordinal);

    private static string Differences(byte[] first, byte[] second)
    {
        using ZipArchive one = new(new MemoryStream(first)), other = new(new MemoryStream(second));
        var checksums = other.Entries.ToDictionary(static entry => entry.FullName, static entry => entry.Crc32);
        string names = string.Join(", ", one.Entries.Where(entry => checksums.GetValueOrDefault(entry.FullName) != entry.Crc32).Select(static entry => entry.FullName));
        return names.Length == 0 ? "Only dates or other properties of entries" : names;
    }

    private async Task InspectAsync(string project, Func<string, bool> selects, Action<PEReader> inspect)
    {
        using ZipArchive package = ZipFile.OpenRead(await packages.PackAsync(project));
        ZipArchiveEntry[] assemblies = [.. package.Entries.Where(entry => entry.FullName.EndsWith(".dll", StringComparison.Ordinal) && selects(entry.FullName))];
        Assert.NotEmpty(assemblies);
        foreach (ZipArchiveEntry assembly in assemblies)
        {
            using var content = new MemoryStream();
            using (Stream compressed = assembly.Open())
            {
                await compressed.CopyToAsync(content, TestContext.Current.CancellationToken);
            }

            content.Position = 0;
            using var image = new PEReader(content);
            inspect(image);
        }
    }
}
