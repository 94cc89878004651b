package flow

// AppSessionLife is how long a Mini App session lasts, for the surface that
// tells the app.
const AppSessionLife = appSessionLife
