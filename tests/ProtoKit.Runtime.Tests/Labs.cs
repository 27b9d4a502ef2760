using System.Text;

namespace RuntimeTests;

/// <summary>Short ways to a rig.</summary>
internal static class Labs
{
    public static ProtocolRig Rig(this LabServer server, Limits? limits = null, TimeProvider? clock = null, ConversationObserver? observer = null) =>
        new(Lab.Service(() => server))
        {
            Options = new ConversationOptions
            {
                Limits = limits,
                Clock = clock ?? TimeProvider.System,
                Observer = observer ?? ConversationObserver.Silent,
            },
        };

    public static Task<RigResult> SayAsync(this LabServer server, string text, Limits? limits = null) => server.Rig(limits).SayAsync(text);

    public static Task<RigResult> SayAsync(string text, Limits? limits = null) => new LabServer().SayAsync(text, limits);

    /// <summary>Connects by hand.</summary>
    public static Peer Peer(this ProtocolRig rig, out Task<ConversationEnd> ended) => new(rig.Connect(out ended));

    public static Peer Peer(this ProtocolRig rig) => rig.Peer(out _);

    public static ReadOnlyMemory<byte> Utf8(this string text) => Encoding.UTF8.GetBytes(text);

    public static async Task<ConversationEnd> SoonAsync(this Task<ConversationEnd> ended) => await ended.WaitAsync(TimeSpan.FromSeconds(10));
}

/// <summary>Remembers what it hears.</summary>
internal sealed class Witness : ConversationObserver
{
    private readonly List<Exception> failures = [];
    private readonly List<(string Command, FaultKind Refusal)> handled = [];

    public IReadOnlyList<Exception> Failures => failures;

    public IReadOnlyList<(string Command, FaultKind Refusal)> Commands => handled;

    public override void Failed(Exception because)
    {
        lock (failures) failures.Add(because);
    }

    public override void Handled(string command, FaultKind refusal)
    {
        lock (handled) handled.Add((command, refusal));
    }
}
