using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

/// <summary>The shapes come from real projects: each reporting one leaks there, each silent one is right there.</summary>
public class OutlivingEventTests
{
    private const string Start = """
        using System.Collections.Specialized;
        using System.ComponentModel;
        public class Source { public void Stop() { } public ValueTask CloseAsync() => default; public event EventHandler? Changed; public event EventHandler? Closed; public Source Inner { get; } = null!; public void Raise() { Changed?.Invoke(this, EventArgs.Empty); Closed?.Invoke(this, EventArgs.Empty); } }
        public interface IToasts { event Action<string> Shown; }
        public static class Settings { public static event EventHandler? Reloaded; public static Source Current { get; } = new(); public static void Raise() => Reloaded?.Invoke(null, EventArgs.Empty); }
        public class ComponentBase { protected virtual void OnInitialized() { } protected virtual void OnAfterRender(bool firstRender) { } protected virtual void OnParametersSet() { } }
        public class InjectAttribute : Attribute { }
        public class Window { public object? DataContext { get; set; } }
        public class Application { public static Application Current { get; } = new(); public Source MainWindow { get; } = new(); }
        public class UserControl : Window { public event EventHandler? DataContextChanged; protected void Changed() => DataContextChanged?.Invoke(this, EventArgs.Empty); }
        public class Container { public void AddSingleton<T>() { } public void AddSingleton<T, U>() { } public void AddScoped<T>() { } public void AddTransient<T>() { } }

        """;

    [Theory]
    [InlineData("public class Editor : Window { public Editor() { {|DEVT1502:Application.Current.MainWindow.Closed += OnClosed|}; } void OnClosed(object? s, EventArgs e) => DataContext = e; }")]
    [InlineData("public class Cache { int _n; public Cache() => {|DEVT1502:Settings.Reloaded += (s, e) => _n++|}; }")]
    [InlineData("public class Cache { int _n; void Watch() { {|DEVT1502:Settings.Current.Inner.Changed += new EventHandler(On)|}; } void On(object? s, EventArgs e) => _n++; }")]
    [InlineData("public class Toast : ComponentBase { [Inject] IToasts Toasts { get; set; } = null!; string _text = \"\"; protected override void OnInitialized() { {|DEVT1502:Toasts.Shown += Show|}; } void Show(string text) => _text = text; }")]
    [InlineData("public class Layout : ComponentBase { [Inject] public IToasts Toasts { get; set; } = null!; string _text = \"\"; protected override void OnAfterRender(bool firstRender) { if (firstRender) { {|DEVT1502:Toasts.Shown += text => _text = text|}; } } }")]
    [InlineData("public class Pane : UserControl { readonly IToasts _toasts; string _text = \"\"; public Pane(IToasts toasts) { _toasts = toasts ?? throw new ArgumentNullException(nameof(toasts)); {|DEVT1502:_toasts.Shown += text => _text = text|}; } }")]
    [InlineData("public class Pane(Source settings) : UserControl { int _n; void Load() => {|DEVT1502:settings.Inner.Changed += (s, e) => _n++|}; }")]
    [InlineData("public class Job { int _n; public Job(Source source) { {|DEVT1502:source.Changed += On|}; } void On(object? s, EventArgs e) => _n++; } public static class Services { public static void AddAll(Container c) { c.AddTransient<Job>(); c.AddSingleton<Source>(); } }")]
    [InlineData("public class Grid { INotifyCollectionChanged? _items; int _n; public INotifyCollectionChanged? Items { get => _items; set { _items = value; if (_items != null) { {|DEVT1502:_items.CollectionChanged += (s, e) => _n++|}; } } } }")]
    [InlineData("public class Item { int _n; public Source Parent { set { {|DEVT1502:value.Changed += On|}; } } void On(object? s, EventArgs e) => _n++; }")]
    [InlineData("public class Gateway { protected Source Channel { get; set; } = null!; } public class Producer : Gateway { int _n; public void SendMessage(string text) { {|DEVT1502:Channel.Changed += On|}; } void On(object? s, EventArgs e) => _n++; }")]
    [InlineData("public class Tree : UserControl { int _n; void Tree_DataContextChanged(object sender, EventArgs e) { if (DataContext is Source model) { {|DEVT1502:model.Changed += On|}; } } void On(object? s, EventArgs e) => _n++; }")]
    [InlineData("public class Tree : UserControl { int _n; void OnDataContextChanged(object sender, EventArgs e) { var model = (Source)DataContext!; {|DEVT1502:model.Changed += (s, a) => _n++|}; } }")]
    [InlineData("public class Poller(Source source) { int _n; void Poll() { while (_n < 10) { {|DEVT1502:source.Changed += On|}; } } void On(object? s, EventArgs e) => _n++; }")]
    public Task Publisher_that_outlives_the_handler_is_reported(string type) => VerifyAsync(type);

    [Theory]
    [InlineData("public class Worker : IDisposable { int _n; public Worker(Source source) { {|DEVT1502:source.Changed += On|}; } void On(object? s, EventArgs e) => _n++; public void Dispose() { } }")]
    [InlineData("public abstract class Driver : IDisposable { int _n; protected Driver(Source input) { {|DEVT1502:input.Changed += (s, e) => _n++|}; } public void Dispose() { } } public class Reader(Source input) : Driver(input);")]
    [InlineData("public class Layout : ComponentBase { [Inject] IToasts Toasts { get; set; } = null!; string _text = \"\"; protected override void OnInitialized() { {|DEVT1502:Toasts.Shown += text => _text = text|}; } } public static class Services { public static void AddAll(Container c) => c.AddScoped<IToasts>(); }")]
    public Task Weak_evidence_is_information(string type) =>
        AnalyzerRunner.VerifyAsync(Setups.For<OutlivingEventAnalyzer>(), Start + type, new ExpectedDiagnostic("DEVT1502", DiagnosticSeverity.Info));

    [Theory]
    [InlineData("public class Debouncer { readonly System.Timers.Timer _timer = new(); int _n; public Debouncer() { _timer.Elapsed += (s, e) => _n++; } }")]
    [InlineData("public class Runner { int _n; void M() { var process = new System.Diagnostics.Process(); process.Exited += On; } void On(object? s, EventArgs e) => _n++; }")]
    [InlineData("public static class Faults { public static void Register() { AppDomain.CurrentDomain.UnhandledException += On; } static void On(object s, UnhandledExceptionEventArgs e) { } }")]
    [InlineData("public class Loader { static Loader() { AppDomain.CurrentDomain.AssemblyResolve += (s, e) => null; } }")]
    [InlineData("public class Host { bool _stop; public void Run() { Console.CancelKeyPress += (s, e) => _stop = true; AppDomain.CurrentDomain.ProcessExit += On; } void On(object? s, EventArgs e) => _stop = true; }")]
    [InlineData("public class Library { int _n; public Library(Source config) { config.Changed += On; } void On(object? s, EventArgs e) => _n++; } public static class Services { public static void AddAll(Container c) { c.AddSingleton<Library>(); c.AddSingleton<Source>(); } }")]
    [InlineData("public class Tv : IDisposable { int _n; public Tv(IEnumerable<Source> all, Source config) { foreach (var one in all) { one.Changed += On; } config.Changed += On; } void On(object? s, EventArgs e) => _n++; public void Dispose() { } } public static class Services { public static void AddAll(Container c) => c.AddSingleton<IDisposable, Tv>(); }")]
    [InlineData("public class Localization { public Localization(Source config) { config.Changed += On; } static void On(object? s, EventArgs e) { } public void Dispose() { } }")]
    [InlineData("public class Transcoder : IDisposable { readonly Source _source; int _n; public Transcoder(Source source) { _source = source; _source.Changed += On; } void On(object? s, EventArgs e) => _n++; public void Dispose() => _source.Changed -= On; }")]
    [InlineData("public class Context { readonly Source _tracker; int _n; public Context() { _tracker = CreateTracker(); _tracker.Changed += On; } static Source CreateTracker() => new(); void On(object? s, EventArgs e) => _n++; }")]
    [InlineData("public class Startup { int _n; public void Run() { Settings.Reloaded += On; } void On(object? s, EventArgs e) => _n++; }")]
    [InlineData("public class Consumer { int _n; async Task M(Func<Source> make) { var consumer = make(); consumer.Changed += async (s, e) => { await Task.Yield(); _n++; }; await Task.Yield(); } }")]
    [InlineData("public class Buttons : UserControl { bool _done; Source _up = null!; int _n; void Apply() { if (_done) return; _up.Changed += On; _done = true; } void On(object? s, EventArgs e) => _n++; }")]
    [InlineData("public class Filter { public static Filter operator +(Filter f, Action<int> a) => f; } public class Config { Filter _filter = new(); int _n; void M() { _filter += On; } void On(int n) => _n = n; }")]
    [InlineData("public class Transform { int _n; Action? M(Action next) { Action? Build = next; Build += On; return Build; } void On() => _n++; }")]
    [InlineData("public class Connection { int _n; async Task M() { await using var stream = new Notifying(); stream.Changed += (s, e) => _n++; } } public class Notifying : Source, IAsyncDisposable { public ValueTask DisposeAsync() => default; }")]
    [InlineData("public class Store { public Store(Source connection) { connection.Changed += OnLost; } public void OnLost(object? s, EventArgs e) => ToString(); public void Dispose() { } } public class Client { readonly Source _connection = new(); Store? _store; void Evict() => _connection.Changed -= _store!.OnLost; }")]
    [InlineData("public class Behavior : UserControl { int _n; void Attach(Source host) { host.Changed += On; host.Closed += (s, e) => host.Changed -= On; } void On(object? s, EventArgs e) => _n++; }")]
    [InlineData("public class Caret { readonly Source _area; int _n; public Caret(Source area) { _area = area; _area.Changed += (s, e) => _n++; } }")]
    [InlineData("public class Dialog : Window { public Dialog(DialogViewModel model) { DataContext = model; model.Closed += On; } void On(object? s, EventArgs e) => DataContext = null; } public class DialogViewModel : Source { }")]
    [InlineData("public class Derived : Source { int _n; public Derived() { Changed += On; base.Closed += On; } void On(object? s, EventArgs e) => _n++; }")]
    [InlineData("public class Wrapper { readonly Source _inner; public Wrapper(Source inner) => _inner = inner; public event EventHandler? Changed { add => _inner.Changed += value; remove => _inner.Changed -= value; } }")]
    [InlineData("public class Holder { Source? _child; int _n; public Source? Child { get => _child; set { if (_child != null) { _child.Changed -= On; } _child = value; if (_child != null) { _child.Changed += On; } } } void On(object? s, EventArgs e) => _n++; }")]
    [InlineData("public class Own(Source given) : IDisposable { readonly Source _source = given; int _n; void M() { _source.Changed += (s, e) => _n++; } public void Dispose() => (_source as IDisposable)?.Dispose(); } public static class Services { public static void AddAll(Container c) => c.AddTransient<Source>(); }")]
    [InlineData("public class Tool : IDisposable { readonly Source _process; int _n; public Tool(Source process) { _process = process; _process.Closed += On; } void On(object? s, EventArgs e) => _n++; public void Dispose() { Kill(); } void Kill() => _process?.Stop(); }")]
    [InlineData("public class Session : IAsyncDisposable { public ValueTask DisposeAsync() => _link.CloseAsync(); readonly Source _link; int _n; public Session(Source link) { link.Changed += (s, e) => _n++; _link = link; } }")]
    [InlineData("public class Driver : IDisposable { readonly Source _input; int _n; public Driver(Source input) { _input = input; _input.Changed += (s, e) => _n++; } public void Dispose() { } } public static class Drivers { public static Driver Make() => new Driver(new Source()); }")]
    [InlineData("public class Page : IDisposable { int _n; private Page(Source pages) { pages.Changed += On; } public static Page Open(Source pages) => new(pages); void On(object? s, EventArgs e) => _n++; public void Dispose() { } }")]
    [InlineData("public abstract class Driver : IDisposable { int _n; protected Driver(Source input) { input.Changed += (s, e) => _n++; } public void Dispose() { } } public class Reader(Source input) : Driver(input); public class Fast(Source input) : Reader(input); public static class Drivers { public static Driver Make(Source input) => new Fast(input); }")]
    [InlineData("public abstract class Watch : IDisposable { int _n; protected Watch(Source input) { input.Changed += (s, e) => _n++; } public void Dispose() { } } public class FileWatch(Source input) : Watch(input); public static class Services { public static void AddAll(Container c) => c.AddSingleton<FileWatch>(); }")]
    [InlineData("public class SourceFrame : UserControl { int _n; public SourceFrame(Source source) { source.Changed += On; } void On(object? s, EventArgs e) => _n++; }")]
    [InlineData("public class Sum { int Total; public void Add(int Amount) { Total += Amount; var text = \"\"; text += Total; } }")]
    public Task Publisher_that_ends_with_the_handler_is_left_alone(string type) => VerifyAsync(type);

    [Theory]
    [InlineData("public class Cache { int _n; public Cache() { {|DEVT1502:Settings.Reloaded += (s, e) => _n++|}; } }", "'Cache' never detaches this handler of 'Reloaded', which lives as long as the program; detach it with -= where the life of 'Cache' ends")]
    [InlineData("public class Item { int _n; public Source Parent { set { {|DEVT1502:value.Changed += (s, e) => _n++|}; } } }", "'Item' never detaches this handler of 'Changed', and attaches it again each time this runs; detach it with -= where the life of 'Item' ends")]
    public Task Message_gives_the_evidence(string type, string message) =>
        AnalyzerRunner.VerifyAsync(Setups.For<OutlivingEventAnalyzer>(), Start + type, new ExpectedDiagnostic("DEVT1502", Message: message));

    [Fact]
    public Task Fix_detaches_in_dispose() => CodeFixRunner.VerifyAsync(
        Setups.For<OutlivingEventAnalyzer, DetachEventFix>(),
        Start + """
            public class Pane : UserControl
            {
                private readonly IToasts _toasts;
                private string _text = "";

                public Pane(IToasts toasts)
                {
                    _toasts = toasts;
                    {|DEVT1502:toasts.Shown += Show|}; // every text
                    {|DEVT1502:Settings.Reloaded += new EventHandler(Reload)|};
                }

                private void Show(string text) => _text = text;

                private void Reload(object? sender, EventArgs e) => _text = "";
            }
            """,
        Start + """
            public class Pane : UserControl, IDisposable
            {
                private readonly IToasts _toasts;
                private string _text = "";

                public Pane(IToasts toasts)
                {
                    _toasts = toasts;
                    toasts.Shown += Show; // every text
                    Settings.Reloaded += new EventHandler(Reload);
                }

                private void Show(string text) => _text = text;

                private void Reload(object? sender, EventArgs e) => _text = "";

                public void Dispose()
                {
                    _toasts.Shown -= Show;
                    Settings.Reloaded -= new EventHandler(Reload);
                }
            }
            """);

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Setups.For<OutlivingEventAnalyzer, DetachEventFix>(),
        Start + """
            public class Cache
            {
                private int _n;

                public Cache()
                {
                    {|DEVT1502:Settings.Reloaded += On|};
                    {|DEVT1502:Settings.Current.Changed += On|};
                }

                private void On(object? sender, EventArgs e) => _n++;
            }
            """);

    [Theory]
    [InlineData("public class Cache { int _n; public Cache() => {|DEVT1502:Settings.Reloaded += (s, e) => _n++|}; }")]
    [InlineData("public class Item { int _n; public Source Parent { set { {|DEVT1502:value.Changed += On|}; } } void On(object? s, EventArgs e) => _n++; }")]
    [InlineData("public class Pane : UserControl { int _n; public Pane(Source source) { {|DEVT1502:source.Changed += On|}; } void On(object? s, EventArgs e) => _n++; }")]
    public Task Fix_is_not_offered_where_it_would_not_end_it(string type) =>
        CodeFixRunner.VerifyOfferedAsync(Setups.For<OutlivingEventAnalyzer, DetachEventFix>(), Start + type);

    private static Task VerifyAsync(string type) => AnalyzerRunner.VerifyAsync(Setups.For<OutlivingEventAnalyzer>(), Start + type);

    [Fact]
    public Task Option_adds_types_that_live_as_long_as_the_program() => AnalyzerRunner.VerifyAsync(
        Setups.For<OutlivingEventAnalyzer>().WithProject(static project => project.WithEditorConfig("[*.cs]\ndotnet_code_quality.DEVT1502.singleton_types = Shop.Cache\n")),
        "namespace Shop; public static class Clock { public static event Action? Ticked; public static void Tick() => Ticked?.Invoke(); } public class Cache { int _n; public Cache() => Clock.Ticked += () => _n++; } public class Screen { int _n; public Screen() => {|DEVT1502:Clock.Ticked += () => _n++|}; }");
}
