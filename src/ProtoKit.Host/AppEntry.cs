using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.Loader;

namespace ProtoKit.Host;

/// <summary>The way into the user's copy of ProtoKit.Runtime: everything that depends on its version is behind it.</summary>
internal sealed class AppEntry(Type entry)
{
    private const string RuntimeName = "ProtoKit.Runtime";
    private const string EntryName = "ProtoKit.Hosting.ToolEntry";
    private const int Contract = 1;

    /// <summary>Loads the program and finds the method in its Runtime; throws when there is none that this host can call.</summary>
    public static AppEntry Find(string path)
    {
        BesideTheApp(Path.GetDirectoryName(path)!);
        var app = Load(() => AssemblyLoadContext.Default.LoadFromAssemblyPath(path), Path.GetFileName(path));
        var runtime = Load(() => AssemblyLoadContext.Default.LoadFromAssemblyName(new AssemblyName(RuntimeName)), RuntimeName);
        var entry = runtime.GetType(EntryName);
        var contract = entry?.GetField("Contract")?.GetRawConstantValue();
        if (contract is not Contract)
        {
            throw new UnusableAppException("contract-mismatch",
                $"{Path.GetFileName(path)} was built with {RuntimeName} {runtime.GetName().Version}, which this protokit does not speak with "
                + $"(contract {contract ?? "none"}, wanted {Contract})");
        }

        Register(app);
        return new AppEntry(entry!);
    }

    public Task<int> RunAsync(Stream control) => CallAsync("RunAsync", control);

    public Task<int> RunWorkerAsync() => CallAsync("RunWorkerAsync");

    private async Task<int> CallAsync(string method, params object[] arguments)
    {
        try
        {
            return await (Task<int>)entry.GetMethod(method)!.Invoke(null, arguments)!;
        }
        catch (TargetInvocationException wrapped) when (wrapped.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }

    // The emitted module initializers register protocols and servers; those of referenced projects count too.
    private static void Register(Assembly app)
    {
        foreach (var name in app.GetReferencedAssemblies().Where(name => name.Name != RuntimeName))
        {
            try
            {
                var referenced = AssemblyLoadContext.Default.LoadFromAssemblyName(name);
                if (referenced.GetReferencedAssemblies().Any(used => used.Name == RuntimeName)) RunInitializer(referenced);
            }
            catch (Exception absent) when (absent is FileNotFoundException or FileLoadException)
            {
                // Not everything that a compiler notes down is there to run; whoever needs it says so itself.
            }
        }

        RunInitializer(app);
    }

    private static void RunInitializer(Assembly assembly) =>
        RuntimeHelpers.RunModuleConstructor(assembly.ManifestModule.ModuleHandle);

    // For an app without a deps.json: what it needs lies in its own folder.
    private static void BesideTheApp(string folder) => AssemblyLoadContext.Default.Resolving += (context, name) =>
        Path.Join(folder, name.Name + ".dll") is var file && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;

    private static Assembly Load(Func<Assembly> load, string what)
    {
        try
        {
            return load();
        }
        catch (Exception failure) when (failure is FileNotFoundException or FileLoadException or BadImageFormatException)
        {
            throw new UnusableAppException("not-loadable", $"{what} cannot be loaded: {failure.Message}");
        }
    }
}
