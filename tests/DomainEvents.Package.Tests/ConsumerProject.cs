namespace DomainEvents.Package.Tests;

/// <summary>Project files as a user would write them, strict about warnings.</summary>
internal static class ConsumerProject
{
    public const string Executable = "<OutputType>Exe</OutputType>";

    /// <summary>A project for net10.0; a property that is given once more wins.</summary>
    public static string CSharp(string items, string properties = "") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            {properties}
          </PropertyGroup>
          <ItemGroup>{items}</ItemGroup>
        </Project>
        """;

    /// <summary>A solution file over the given projects.</summary>
    public static string Solution(IEnumerable<string> projects) =>
        $"<Solution>{string.Concat(projects.Select(static project => $"<Project Path=\"{project}\" />"))}</Solution>";
}
