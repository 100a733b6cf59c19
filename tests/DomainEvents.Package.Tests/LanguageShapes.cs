using DomainEvents.RoslynTesting;

namespace DomainEvents.Package.Tests;

/// <summary>Projects on the package DomainEvents alone: language versions, frameworks, other languages, a test project.</summary>
public sealed class LanguageShapes : ConsumerSolution
{
    private const string Events = """
        namespace Shop
        {
            [DomainEvent]
            public partial class OrderPlaced
            {
                public string OrderId { get; }
                public decimal Total { get; }
            }

            [DomainEvent]
            public sealed partial record OrderPaid(string OrderId);

            public sealed class Ledger : IDomainEventHandler<OrderPlaced>
            {
                public void Handle(OrderPlaced domainEvent) => Console.WriteLine("placed " + domainEvent.OrderId);
            }

            public static class Receipts
            {
                [DomainEventHandler]
                internal static void Print(OrderPaid domainEvent) => Console.WriteLine("paid " + domainEvent.OrderId);
            }
        }
        """;

    private const string Program = """
        using System;
        using DomainEvents;
        using Shop;

        using (var publisher = new DomainEventPublisher())
        {
            publisher.Publish(new OrderPlaced("O-1", 10m));
            publisher.Publish(new OrderPaid("O-1"));
            Console.WriteLine("done");
        }


        """;

    private const string FSharp = """
        open System
        open DomainEvents

        type OrderPlaced(orderId: string) =
            member _.OrderId = orderId
            interface IDomainEvent with
                member _.EventId = Guid.Empty
                member _.OccurredAt = DateTimeOffset.UnixEpoch
                member _.EventType = "order.placed"

        let publisher = new DomainEventPublisher()
        publisher.Subscribe<OrderPlaced>(fun (e: OrderPlaced) -> printfn "placed %s" e.OrderId) |> ignore
        publisher.Publish(OrderPlaced "O-1")
        """;

    private const string VisualBasic = """
        Imports DomainEvents

        Public Class OrderPlaced
            Implements IDomainEvent

            Public ReadOnly Property EventId As Guid Implements IDomainEvent.EventId
            Public ReadOnly Property OccurredAt As DateTimeOffset Implements IDomainEvent.OccurredAt
            Public ReadOnly Property EventType As String = "order.placed" Implements IDomainEvent.EventType
            Public ReadOnly Property EventVersion As Integer = 1 Implements IDomainEvent.EventVersion
        End Class

        Module Program
            Sub Main()
                Using publisher As New DomainEventPublisher()
                    publisher.Subscribe(Sub(e As OrderPlaced) Console.WriteLine("placed " & e.EventType))
                    publisher.Publish(New OrderPlaced())
                End Using
            End Sub
        End Module
        """;

    // Compiled by C#, where the generator runs; a composition root, because no other language can be one.
    private const string Stock = """
        using DomainEvents;

        namespace Stock;

        [DomainEvent]
        public partial class ItemSold
        {
            public string Sku { get; }
            public int Count { get; }
            public string? Note { get; }
        }

        [DomainEvent]
        public sealed partial record ItemCounted(string Sku, int Count);

        internal static class Shelf
        {
            [DomainEventHandler]
            public static void On(ItemSold domainEvent) => Console.WriteLine($"sold {domainEvent.Count} {domainEvent.Sku}");
        }
        """;

    private const string VisualBasicOnCSharp = """
        Imports DomainEvents
        Imports Stock

        Module Program
            Sub Main()
                MainAsync().GetAwaiter().GetResult()
            End Sub

            Private Async Function MainAsync() As Task
                Using publisher As New DomainEventPublisher()
                    Dim counted As New List(Of String)
                    Using publisher.Subscribe(Sub(e As ItemCounted) counted.Add(e.Sku & " " & e.EventType))
                        publisher.Publish(New ItemSold("A-1", 2))
                        publisher.Publish(New ItemCounted("A-1", 7))
                    End Using

                    publisher.SubscribeOwned(counted, Async Function(e As ItemCounted)
                                                          Await Task.Yield()
                                                          counted.Add("later " & e.Count.ToString())
                                                      End Function)
                    Await publisher.PublishAsync(New ItemCounted("A-2", 9))
                    Console.WriteLine(String.Join(", ", counted))
                    Console.WriteLine(EventTypes.ItemSold = New ItemSold("A-1", 2).EventType)
                    Try
                        publisher.Publish(New ItemSold(" ", 2))
                    Catch problem As ArgumentException
                        Console.WriteLine("refused " & problem.ParamName)
                    End Try
                End Using
            End Function
        End Module
        """;

    private const string FSharpOnCSharp = """
        open DomainEvents
        open Stock

        let publisher = new DomainEventPublisher()
        publisher.Subscribe<ItemCounted>(fun (e: ItemCounted) -> printfn "counted %s %s" e.Sku EventTypes.ItemCounted) |> ignore
        publisher.Publish(ItemSold("A-1", 2))
        publisher.Publish(ItemCounted("A-1", 7))
        """;

    public LanguageShapes(PackageFixture packages)
        : base(packages, "language")
    {
        // Implicit usings need C# 10; the same program is compiled by every version, with something of its own in each.
        AddVersion("9", "");
        AddVersion("12", """
            [DomainEvent]
            public partial class OrderSplit
            {
                public Lines Lines { get; }
                public string[] Tags { get; init; } = [];
            }
            """, "using Lines = (string Sku, int Count)[];");
        AddVersion("13", """
            [DomainEvent]
            public partial class OrderNoted
            {
                public string OrderId { get; }
                public string Note { get; init; } = "\e";
            }
            """);
        AddVersion("14", """
            [DomainEvent]
            public partial class OrderRenamed
            {
                public string OrderId { get; }
                public string Name { get => field ?? ""; init => field = value.Trim(); }
            }
            """);
        AddVersion("latest", "");

        Add("multitarget", Project("<TargetFramework /><TargetFrameworks>net8.0;net9.0;net10.0</TargetFrameworks>"), "using System;\nusing DomainEvents;\n" + Events);
        Add("testlike", Project(ConsumerProject.Executable + "<IsTestProject>true</IsTestProject>"), Program + Events);
        Add("fsharp", Project(ConsumerProject.Executable, """<Compile Include="Program.fs" />"""), FSharp, "fs");
        Add("basic", Project(ConsumerProject.Executable), VisualBasic, "vb");

        const string StockReference = """<ProjectReference Include="../stock/stock.csproj" />""";
        Add("stock", Project("<DomainEventsCompositionRoot>true</DomainEventsCompositionRoot><DomainEventsNamespace>Stock</DomainEventsNamespace>"), Stock);
        Add("basicstock", Project(ConsumerProject.Executable, StockReference), VisualBasicOnCSharp, "vb");
        Add("fsharpstock", Project(ConsumerProject.Executable, """<Compile Include="Program.fs" />""" + StockReference), FSharpOnCSharp, "fs");
    }

    private void AddVersion(string version, string own, string usings = "") => Add(
        "csharp" + version,
        Project(ConsumerProject.Executable + $"<ImplicitUsings>disable</ImplicitUsings><LangVersion>{version}</LangVersion>"),
        usings + "\n" + Program + Events + "\n" + own);

    private string Project(string properties, string items = "") =>
        ConsumerProject.CSharp($"""<PackageReference Include="DomainEvents" Version="{Version}" />{items}""", properties);
}
