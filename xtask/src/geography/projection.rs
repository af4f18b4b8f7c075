//! From longitude and latitude to the plane. Both projections keep areas true, so no country looks larger than it is.

use super::topology::Position;

/// How a frame is projected.
#[derive(Clone, Copy)]
pub enum Projection {
    /// Lambert's azimuthal equal-area projection around 52° N, 10° E, as the European Union's own maps have it.
    Europe,
    /// Equal Earth (Šavrič, Patterson and Jenny, 2018).
    World,
}

/// Right and up, in units of the radius of the earth.
pub fn project(projection: Projection, (longitude, latitude): Position) -> (f64, f64) {
    let (lambda, phi) = (longitude.to_radians(), latitude.to_radians());
    match projection {
        Projection::Europe => {
            let (origin, delta) = (52_f64.to_radians(), lambda - 10_f64.to_radians());
            let toward = origin.sin() * phi.sin() + origin.cos() * phi.cos() * delta.cos();
            // The point at the other end of the earth has no image; it is far outside of the frame.
            let k = (2.0 / (1.0 + toward).max(1e-9)).sqrt();
            let up = origin.cos() * phi.sin() - origin.sin() * phi.cos() * delta.cos();
            (k * phi.cos() * delta.sin(), k * up)
        }
        Projection::World => {
            const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];
            let theta = (3_f64.sqrt() / 2.0 * phi.sin()).asin();
            let (second, sixth) = (theta.powi(2), theta.powi(6));
            let slope = 9.0 * A[3] * theta.powi(8) + 7.0 * A[2] * sixth + 3.0 * A[1] * second + A[0];
            let x = 2.0 * 3_f64.sqrt() * lambda * theta.cos() / (3.0 * slope);
            (x, theta * (A[3] * theta.powi(8) + A[2] * sixth + A[1] * second + A[0]))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: (f64, f64), expected: (f64, f64)) -> bool {
        (found.0 - expected.0).abs() < 1e-3 && (found.1 - expected.1).abs() < 1e-3
    }

    #[test]
    fn centres_and_edges_are_where_they_should_be() {
        assert!(near(project(Projection::Europe, (10.0, 52.0)), (0.0, 0.0)));
        // 90° away along the meridian: the distance is √2 of the radius.
        assert!(near(project(Projection::Europe, (10.0, -38.0)), (0.0, -std::f64::consts::SQRT_2)));
        assert!(near(project(Projection::World, (0.0, 0.0)), (0.0, 0.0)));
        assert!(near(project(Projection::World, (180.0, 0.0)), (2.706_63, 0.0)));
        assert!(near(project(Projection::World, (0.0, 90.0)), (0.0, 1.317_36)));
    }
}
