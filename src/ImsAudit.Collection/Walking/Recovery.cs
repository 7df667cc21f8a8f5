using ImsAudit.Collection.Wording;

namespace ImsAudit.Collection.Walking;

/// <summary>
/// Finds the way on when the image that a marker names was deleted or unshared: behind the image before it, and at last
/// from the first page again. It gives up when that does not help either.
/// </summary>
internal sealed class Recovery
{
    private const int MostStepsInARow = 3;
    private const int MostSteps = 100;
    private const int MostRestarts = 2;

    private readonly List<string> _notes = [];
    private int _stepsInARow;
    private int _steps;
    private int _restarts;

    public IReadOnlyList<string> Notes => _notes;

    /// <summary>A page came.</summary>
    public void Succeeded() => _stepsInARow = 0;

    /// <summary>Where to go on instead of <paramref name="marker"/>: null is the first page. False: nowhere.</summary>
    public bool TryFind(Trail trail, (int Page, int Status) where, ref string? marker)
    {
        var gone = marker!;
        if (_steps < MostSteps && _stepsInARow < MostStepsInARow && trail.StepBack(gone) is { } before)
        {
            _steps++;
            _stepsInARow++;
            _notes.Add(NoteSentences.SteppedBack(where.Page, gone, where.Status));
            marker = before;
            return true;
        }
        if (_restarts == MostRestarts) return false;
        _restarts++;
        _stepsInARow = 0;
        trail.Restart();
        _notes.Add(NoteSentences.Restarted(where.Page, gone, where.Status));
        marker = null;
        return true;
    }
}
