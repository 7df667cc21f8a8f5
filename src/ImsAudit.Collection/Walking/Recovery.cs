using ImsAudit.Collection.Wording;

namespace ImsAudit.Collection.Walking;

/// <summary>
/// Finds the way on when the image that a marker names was deleted or unshared: behind the image before it, and at last
/// from the first page again. It gives up when that does not help either.
/// </summary>
/// <param name="mayRestart">The stretch begins at the first page.</param>
internal sealed class Recovery(bool mayRestart)
{
    private const int MostStepsInARow = 3;
    private const int MostSteps = 100;
    private const int MostRestarts = 2;

    private readonly List<string> _notes = [];
    private int _stepsInARow;
    private int _steps;
    private int _restarts = mayRestart ? 0 : MostRestarts;

    public IReadOnlyList<string> Notes => _notes;

    /// <summary>A page came.</summary>
    public void Succeeded() => _stepsInARow = 0;

    /// <summary>Points the stretch to where it can go on instead of its marker: null is the first page. False: nowhere.</summary>
    public bool TryFind(Stretch stretch, Trail trail, (int Page, int Status) where)
    {
        var gone = stretch.Marker!;
        if (_steps < MostSteps && _stepsInARow < MostStepsInARow && stretch.StepBack(gone, trail) is { } before)
        {
            _steps++;
            _stepsInARow++;
            _notes.Add(NoteSentences.SteppedBack(where.Page, gone, where.Status));
            stretch.Marker = before;
            return true;
        }
        if (_restarts == MostRestarts) return false;
        _restarts++;
        _stepsInARow = 0;
        stretch.Restart(trail);
        _notes.Add(NoteSentences.Restarted(where.Page, gone, where.Status));
        stretch.Marker = null;
        return true;
    }
}
