namespace Autogen.Output;

/// <summary>A line that moves while something takes its time, and is gone afterwards.</summary>
internal sealed class WaitingLine : IDisposable
{
    private const string Frames = "|/-\\";
    private static readonly TimeSpan beat = TimeSpan.FromMilliseconds(150);
    private readonly Lock gate = new();
    private readonly TextWriter output;
    private readonly string text;
    private readonly ITimer timer;
    private int frame;
    private bool isOver;

    /// <summary>Begins the line.</summary>
    /// <param name="output">A terminal.</param>
    /// <param name="text">What takes its time, in one line.</param>
    /// <param name="time">Gives the beat.</param>
    public WaitingLine(TextWriter output, string text, TimeProvider time)
    {
        this.output = output;
        this.text = text;
        timer = time.CreateTimer(_ => Draw(), null, TimeSpan.Zero, beat);
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        timer.Dispose();
        lock (gate)
        {
            isOver = true;
            Write("\r" + new string(' ', text.Length + 2) + "\r");
        }
    }

    private void Draw()
    {
        lock (gate)
        {
            if (!isOver)
                Write($"\r{text} {Frames[frame++ % Frames.Length]}");
        }
    }

    private void Write(string what)
    {
        output.Write(what);
        output.Flush();
    }
}
