using DomainEvents.RoslynTesting;

// The packages are packed once for all tests of this assembly.
[assembly: AssemblyFixture(typeof(PackageFixture))]
